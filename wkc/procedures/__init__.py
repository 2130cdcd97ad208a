"""Procedures, each of which leaves a trace: load, ask the rule, save."""
