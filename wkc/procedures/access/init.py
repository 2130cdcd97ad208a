"""Making a register: the vault's keys, the tables, the houder, the first beheerder (art. 1, 5 and 7)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.terminal import BadKvk
from wkc.procedures.core.audit import write_system
from wkc.procedures.core.audit_chain import brought_in
from wkc.procedures.core.clock import day
from wkc.procedures.core.environment import Environment
from wkc.procedures.core.key_roles import public_half
from wkc.procedures.core.transaction import write_transaction
from wkc.procedures.io.text import line_on_paper
from wkc.procedures.io.user_id import fold_user_id
from wkc.records.party import Houder
from wkc.records.user import Role, User
from wkc.store.core import register as register_metadata
from wkc.store.core import user as users
from wkc.store.dossier import coverage
from wkc.store.store import Store
from wkc.vault.files.home import Home

if TYPE_CHECKING:
    from datetime import datetime

    from wkc.vault.database.init import NewVault


FUNCTION = "directie"
"""The function of the first beheerder, unless another is named (art. 5.2)."""


class FirstBeheerder(Struct, frozen=True):
    """The first beheerder of a register: the USER ID, which stands for a name that was left out, and the function."""

    user_id: str
    name: str
    function: str


class Created(Struct, frozen=True):
    """A register that was made: its folder, and the two recovery codes, shown this once."""

    home: Path
    beheerder: str
    recovery_codes: tuple[str, str]
    synced_by: str | None = None


def check_free(home: Path) -> None:
    """Refuse a folder that has a register, before anything is asked."""
    from wkc.vault.database import init as new_vault

    new_vault.check_free(Home(home))


def parse_kvk(typed: str) -> str:
    """Read a number of the trade register: eight digits."""
    if not re.fullmatch("[0-9]{8}", typed):
        raise BadKvk
    return typed


def parse_user_id(typed: str) -> str:
    """Read a USER ID."""
    from wkc.vault.keys.slot import check_user_id

    known_as = fold_user_id(typed)
    check_user_id(known_as)
    return known_as


def check(houder: Houder) -> Houder:
    """Refuse what cannot be the houder, before a password is asked; give the houder, tidied."""
    if houder.kvk:
        parse_kvk(houder.kvk)
    return replace(houder, name=line_on_paper(houder.name), place=line_on_paper(houder.place))


def parse_first_beheerder(typed: str, name: str, function: str) -> FirstBeheerder:
    """Read a first beheerder by USER ID, name and function; both may be empty."""
    return FirstBeheerder(
        parse_user_id(typed),
        line_on_paper(name) if name else typed,
        line_on_paper(function) if function else FUNCTION,
    )


def init(environment: Environment, home: Path, houder: Houder, beheerder: FirstBeheerder, password: str) -> Created:
    """Make a register with its first beheerder; killed before the end there is none (VAULT 4)."""
    from wkc.vault.database.init import create_vault
    from wkc.vault.files.sqlite_errors import translated
    from wkc.vault.files.synced import find_sync_program
    from wkc.vault.keys import password_strength
    from wkc.vault.keys.password import measure_cost
    from wkc.vault.session import hardening

    password_strength.check(password, beheerder.user_id)
    hardening.conceal()
    now = environment.now()
    cost = environment.cost or measure_cost()
    with (
        translated(Home(home).register(1)),
        create_vault(Home(home), beheerder.user_id, password, cost, Role.BEHEERDER) as vault,
    ):
        register_metadata.create(vault.connection)
        with write_transaction(vault) as store:
            _fill(store, vault, houder, beheerder, now)
        codes = vault.commit()
    return Created(home, beheerder.user_id, codes, find_sync_program(home))


def _fill(store: Store, vault: NewVault, houder: Houder, beheerder: FirstBeheerder, now: datetime) -> None:
    """Write the first rows of a new register: its settings, its beheerder, their keys and the first audit line."""
    register_metadata.put_vault(store, vault.vault_id, vault.generation, now)
    settings = {"houder.name": houder.name, "houder.place": houder.place}
    settings |= {"houder.kvk": houder.kvk} if houder.kvk else {}
    rules = {"reglement.name": houder.reglement, "reglement.date": houder.reglement_of.isoformat()}
    register_metadata.put_settings(store, settings | rules)
    by = beheerder.user_id
    users.add(store, User(by, beheerder.name, Role.BEHEERDER, beheerder.function, now, by, day(now)))
    slots = [public_half(slot) for slot in vault.slots]
    for slot in slots:
        register_metadata.add_slot(store, slot, now)
    details = {"slots": brought_in(slots), "settings": coverage.settings_digest(store)}
    write_system(store, now, by, "register.init", details)
