"""A file under a passphrase is one of the age format: another implementation opens it, and nothing but it."""

import os
from collections.abc import Iterable

import pyrage
import pytest

from wkc.vault.keys import age_passphrase
from wkc.vault.keys.age_passphrase import close

PASSPHRASE = "abcde-fghjk-mnpqr-stvwx-yz234"


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cost of scrypt that takes a test no time."""
    monkeypatch.setattr(age_passphrase, "WORK", 8)


def closed(*parts: bytes) -> bytes:
    return b"".join(close(parts, PASSPHRASE))


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 131_072, 200_001])
def test_what_was_closed_opens_whole_in_pyrage(size: int) -> None:
    content = os.urandom(size)
    assert pyrage.passphrase.decrypt(closed(content), PASSPHRASE) == content


@pytest.mark.usefixtures("cheap")
def test_a_content_in_parts_of_any_size_is_one_content() -> None:
    parts = [os.urandom(size) for size in (3, 0, 70_000, 65_536, 1, 131_072)]
    assert pyrage.passphrase.decrypt(closed(*parts), PASSPHRASE) == b"".join(parts)


@pytest.mark.usefixtures("cheap")
def test_the_file_comes_as_its_content_does() -> None:
    asked = []

    def contents() -> Iterable[bytes]:
        for number in range(4):
            asked.append(number)
            yield bytes(65_536)

    made = close(contents(), PASSPHRASE)
    assert next(made).startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert asked == []
    assert len(next(made)) == 65_536 + 16
    assert asked[-1] < 3


@pytest.mark.usefixtures("cheap")
def test_another_passphrase_opens_nothing() -> None:
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(closed(b"Berg"), PASSPHRASE[:-1] + "5")


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize("place", [3, 40, 110, 200, -1], ids=["version", "salt", "key", "payload", "end"])
def test_a_flipped_octet_opens_nothing(place: int) -> None:
    made = bytearray(closed(bytes(100)))
    made[place] ^= 1
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(bytes(made), PASSPHRASE)


@pytest.mark.usefixtures("cheap")
def test_a_file_cut_off_opens_nothing() -> None:
    made = closed(bytes(65_536), b"end")
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(made[: -(3 + 16)], PASSPHRASE)


@pytest.mark.usefixtures("cheap")
def test_the_same_content_is_never_the_same_file() -> None:
    one, other = closed(b"Berg"), closed(b"Berg")
    assert not set(one.split(b"\n")[1:]) & set(other.split(b"\n")[1:])


def test_the_work_is_the_same_on_every_machine() -> None:
    assert closed(b"Berg").split(b"\n")[1].endswith(b" 15")
