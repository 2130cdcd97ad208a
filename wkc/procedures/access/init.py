"""Making a register: the vault's keys, the tables, the houder, the first beheerder (art. 1, 5 and 7)."""

import re
from dataclasses import dataclass
from pathlib import Path

from wkc.errors.terminal import BadKvk
from wkc.procedures.core.audit_chain import brought_in
from wkc.procedures.core.clock import day
from wkc.procedures.core.environment import World
from wkc.procedures.core.key_roles import remembered
from wkc.procedures.io.fields import plain_text
from wkc.records.audit import Outcome
from wkc.records.party import Houder
from wkc.records.user import Role, User
from wkc.rules.access.purpose import PURPOSE_OF
from wkc.store import audit
from wkc.store import register as self_knowledge
from wkc.store import user as users
from wkc.store.store import Store
from wkc.vault.files.home import Home


@dataclass(frozen=True, slots=True)
class Founded:
    """A register that stands: where, and the two recovery codes, shown this once."""

    home: Path
    beheerder: str
    recovery_codes: tuple[str, str]


def check_free(home: Path) -> None:
    """Refuse a folder that has a register, before anything is asked."""
    from wkc.vault.database import init as founding

    founding.check_free(Home(home))


def kvk_number(given: str) -> str:
    """Read a number of the trade register: eight digits."""
    if not re.fullmatch("[0-9]{8}", given):
        raise BadKvk
    return given


def user_id(given: str) -> str:
    """Read a USER ID."""
    from wkc.vault.keys.slot import check_user_id

    check_user_id(given)
    return given


def check(houder: Houder, beheerder: str) -> None:
    """Refuse what cannot be the houder or a USER ID, before a password is asked."""
    user_id(beheerder)
    kvk_number(houder.kvk)
    for given in (houder.name, houder.place):
        plain_text(given)


def init(world: World, home: Path, houder: Houder, beheerder: str, password: str) -> Founded:
    """Make a register with its first beheerder; killed before the end there is none (VAULT 4)."""
    from wkc.vault.database.init import found
    from wkc.vault.files.sqlite_errors import told
    from wkc.vault.keys.password import measured
    from wkc.vault.session import hardening

    hardening.conceal()
    now = world.now()
    cost = world.cost or measured()
    with told(Home(home).register(1)), found(Home(home), beheerder, password, cost) as founding:
        self_knowledge.create(founding.connection)
        store = Store(founding.connection, founding.signer, founding.sealer)
        store.begin()
        self_knowledge.found(store, founding.vault_id, founding.generation, now)
        settings = {"houder.name": houder.name, "houder.place": houder.place, "houder.kvk": houder.kvk}
        rules = {"reglement.name": houder.reglement, "reglement.date": houder.reglement_of.isoformat()}
        self_knowledge.put_settings(store, settings | rules)
        users.add(store, User(beheerder, beheerder, Role.BEHEERDER, "directie", now, beheerder, day(now)))
        slots = [remembered(slot) for slot in founding.slots]
        for slot in slots:
            self_knowledge.add_slot(store, slot, now)
        action = "register.init"
        details = {"slots": brought_in(slots)}
        audit.write(store, now, beheerder, action, PURPOSE_OF[action], None, Outcome.DONE, details)
        store.commit()
        codes = founding.commit()
    return Founded(home, beheerder, codes)
