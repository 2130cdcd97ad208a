"""Guided entry: forms of one question at a time, each of which ends in a command."""
