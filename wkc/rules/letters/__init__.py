"""The rule of the notice to the person registered (AVG 14)."""
