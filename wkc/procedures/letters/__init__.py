"""Letters and the notice of AVG 14."""
