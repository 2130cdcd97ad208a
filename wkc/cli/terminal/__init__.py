"""The terminal: prompts, screen, messages, files and the JSON envelope."""
