"""From a password to a key: Argon2id (RFC 9106), its cost, and the least that a password must be."""

import os
import time

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.vault import OutOfMemory, WeakPassword
from wkc.vault.keys import self_test

KEY = 32
SALT = 16
LEAST_CHARACTERS = 8
LONG_ENOUGH = 0.4
DEAREST_PASSES = 20
LEAST_KIB, MOST_KIB = 19_456, 1024 * 1024
MOST_WORK = DEAREST_PASSES * 256 * 1024
"""KiB times passes: the dearest cost that `measure_cost` gives; a keyring that asks more would be an attack."""
MOST_LANES = 16


class Cost(Struct, frozen=True):
    """The cost of one derivation by Argon2id: memory in KiB, passes, lanes (RFC 9106 3.1)."""

    m_kib: int
    t: int
    p: int

    @property
    def is_allowed(self) -> bool:
        """A cost that is neither so low that it protects nothing nor so high that it is an attack."""
        bounded = LEAST_KIB <= self.m_kib <= MOST_KIB and self.m_kib * self.t <= MOST_WORK
        return bounded and 1 <= self.t <= DEAREST_PASSES and 1 <= self.p <= MOST_LANES


DEFAULT = Cost(256 * 1024, 3, 4)
LEAST = Cost(64 * 1024, 3, 4)  # RFC 9106 4, the second recommended profile


def check(password: str) -> None:
    """Refuse a password that is too short: errors.WeakPassword."""
    import unicodedata

    if len(unicodedata.normalize("NFC", password)) < LEAST_CHARACTERS:
        raise WeakPassword(least=LEAST_CHARACTERS)


def derive(password: str, salt: bytes, cost: Cost) -> bytes:
    """Derive the 32-octet key of a password; errors.OutOfMemory."""
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    if not cost.is_allowed:
        raise ValueError(cost)
    self_test.check_derivation()
    try:
        return hash_secret_raw(
            encode_password(password),
            salt,
            time_cost=cost.t,
            memory_cost=cost.m_kib,
            parallelism=cost.p,
            hash_len=KEY,
            type=Type.ID,
        )
    except HashingError as error:
        raise OutOfMemory from error


def make_salt() -> bytes:
    """Make a new salt of 16 octets (RFC 9106 3.1), for one wrap alone."""
    return os.urandom(SALT)


def encode_password(password: str) -> bytes:
    """Give the one spelling of a password; octets that were no UTF-8 count too, and never raise."""
    import unicodedata

    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")


def measure_cost() -> Cost:
    """Give the default cost, with as many passes as this machine needs for 0.4 seconds."""
    cost = DEFAULT
    salt = make_salt()
    while cost.t < DEAREST_PASSES:
        begun = time.perf_counter()
        derive("", salt, cost)
        if time.perf_counter() - begun >= LONG_ENOUGH:
            break
        cost = replace(cost, t=cost.t + 1)
    return cost
