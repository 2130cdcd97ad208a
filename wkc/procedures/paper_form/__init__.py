"""Forms to sign on paper: printed with a number, and what they make once signed (AVG 7.1, art. 6 and 11.1)."""
