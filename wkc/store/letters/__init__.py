"""Letters and the notices of AVG 14."""
