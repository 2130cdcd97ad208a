"""Procedures, each of which leaves an audit line: load, ask the rule, save."""
