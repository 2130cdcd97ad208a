"""The door to the register: sessions, actions, the audit chain, the ledger, the repairs."""
