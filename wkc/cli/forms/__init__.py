"""Guided entry: the questions of a command, asked one at a time."""
