"""The model: the regulation in plain Python, written from its text and from DESIGN, and compared with the program."""
