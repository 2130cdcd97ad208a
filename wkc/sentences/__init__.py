"""The sentences of each code, for all who read it: one room, below whoever shows them."""
