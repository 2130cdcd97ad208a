"""wkc: an encrypted register of personal data, kept by the letter of a privacy regulation."""

__version__ = "0.1.0"
