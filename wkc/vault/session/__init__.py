"""The session: the agent that holds the keys and its client (VAULT §5)."""
