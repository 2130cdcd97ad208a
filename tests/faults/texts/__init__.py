"""Stored texts: whatever stands in a text of the register is shown harmlessly and printed as it is."""
