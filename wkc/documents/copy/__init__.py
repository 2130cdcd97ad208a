"""The copy of all that is held on one client, whole or in part (art. 11 and 12.4, AVG 20)."""
