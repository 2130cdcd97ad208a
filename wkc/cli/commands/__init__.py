"""The commands, a folder a subject and in it a file a noun: parse, call one procedure, show one result."""
