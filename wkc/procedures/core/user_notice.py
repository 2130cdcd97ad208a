"""The notices that a user gets besides the result of a command."""

from typing import Literal

Notice = Literal[
    "failed sign-ins",
    "failed recoveries",
    "head not kept",
    "upgraded",
    "ledger rewritten",
    "register completed",
    "drafts removed",
    "papers lack the address",
    "papers lack the contact",
    "papers lack address and contact",
]
"""A notice to the user, with a count."""
