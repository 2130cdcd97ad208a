"""What leaves a trace: load, ask the rule, save."""
