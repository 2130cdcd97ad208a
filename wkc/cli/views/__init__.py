"""The rendering of results as text for a terminal."""
