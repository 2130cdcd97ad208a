"""The nouns of the register as frozen records, each with the word of the law.

A command loads the modules whose nouns it needs: those that every command needs stand first.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wkc.records.agenda import *
    from wkc.records.backup import *
    from wkc.records.correction import *
    from wkc.records.disclosure import *
    from wkc.records.dossier import *
    from wkc.records.health import *
    from wkc.records.inzage import *
    from wkc.records.ledger import *
    from wkc.records.letter import *
    from wkc.records.notice import *
    from wkc.records.person import *
    from wkc.records.reglement import *
    from wkc.records.request import *
    from wkc.records.retention import *
    from wkc.records.rights import *
    from wkc.records.term import *
    from wkc.records.work import *

MODULES = (
    *("work", "held", "ledger", "retention", "rights", "request", "term", "letter", "agenda", "disclosure", "backup"),
    *("correction", "health", "inzage", "notice", "person", "reglement"),
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Find a noun in the first module that has it (PEP 562)."""
        if not name.startswith("_"):
            for module in MODULES:
                found = getattr(import_module(f"wkc.records.{module}"), name, None)
                if found is not None:
                    globals()[name] = found
                    return found
        raise AttributeError(name)
