"""Faults of a machine, made by the thousand: `python -m tests.faults --long`; a few of each run with the tests."""
