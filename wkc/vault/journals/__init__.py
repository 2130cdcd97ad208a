"""The journals beside the register: ledger, failed sign-ins, last seen head."""
