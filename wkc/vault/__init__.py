"""The only keys of the program, and the only import of sqlcipher3, cryptography and argon2 (VAULT.md)."""
