"""Commands that show how the register is kept: the log, breaches, processing activities, the regulation."""
