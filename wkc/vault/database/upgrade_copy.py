"""The register changed on a copy that then takes its place; cut short, the old one stays (DESIGN 3, VAULT 4).

Same generation, same key: the keyring does not change, so whoever holds the register key can do it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from wkc.vault.database import copy as copying
from wkc.vault.database import leftovers, register
from wkc.vault.database.register import Register
from wkc.vault.files import failpoints
from wkc.vault.files.atomic import fsync
from wkc.vault.files.home import Home
from wkc.vault.files.sqlite_errors import disk
from wkc.vault.keys import keyring, role_tag
from wkc.vault.keys.identity import Identity
from wkc.vault.keys.trust import verify_keyring


@contextmanager
def change_copy(home: Home, identity: Identity) -> Iterator[Register]:
    """Give a copy to change, without the authorizer and under the exclusive lock; it is the register once this ends.

    RegisterBusy, DiskFull; RegisterDamaged when what was written does not verify.
    """
    home.check()
    with home.lock(exclusive=True):
        ring = keyring.read(home)
        key = bytearray(verify_keyring(ring, identity).register_key)
        new = ring.register.with_name(ring.register.name + ".new")
        try:
            leftovers.remove_leftovers(home, ring.register)
            copying.remove(new)  # Nothing was cleared where the copy of the keyring is read in its place.
            source = register.open_file(ring.register, key)
            try:
                copy = copying.copy(source, new, key)
            finally:
                source.close()
            try:
                role_key = role_tag.derive_role_key(bytes(key), ring.vault_id)
                yield register.make_register(ring, identity, new, copy, role_key)
                expected = copying.count_contents(copy)
                copying.close_as_one_file(copy, new)
            finally:
                copy.close()
            copying.verify(new, key, expected)
            copying.sync(new)
            with disk():
                new.rename(ring.register)
                failpoints.failpoint("register renamed")
                fsync(home.path)
                failpoints.failpoint("register folder synced")
        finally:
            copying.remove(new)
            register.wipe(key)
