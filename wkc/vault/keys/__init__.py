"""The keyring: slots, passwords, seals and signatures (VAULT §2)."""
