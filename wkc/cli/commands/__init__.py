"""The commands, a file a noun: parse, call one procedure, show one result."""
