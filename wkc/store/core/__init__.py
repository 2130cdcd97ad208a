"""The register by itself: its log, ledger, users, settings, and every column of sealed values."""
