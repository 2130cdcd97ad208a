"""Strategies: what is nearly right in the place of what is right, for texts, octets and JSON."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from hypothesis import strategies as st

SIGNS = "0123456789-/.,;:|'\"+@#=()[]{}<>\\ \t\n\r\0\x1b\u00a0\u200b\u202e\u0301\ufeff\ufffd\U0001f600aBzZijIJéŞß"
TEXT = st.text(max_size=40) | st.text(st.sampled_from(SIGNS), max_size=40)
OCTETS = st.binary(max_size=200)
MOST_EDITS = 4


class Parser(NamedTuple):
    """A parser: its name, what it is offered, and the check, which raises whatever is wrong.

    An error of ours (errors.WkcError) may leave the check; `weight` tells how much of the examples it gets.
    """

    name: str
    offered: st.SearchStrategy[Any]
    check: Callable[[Any], object]
    weight: int = 1


@st.composite
def nearly(draw: st.DrawFn, right: Sequence[str]) -> str:
    """Give a right text with up to four edits: a sign in, out or exchanged, a part twice, a part gone, other case."""
    text = draw(st.sampled_from(right))
    for _ in range(draw(st.integers(0, MOST_EDITS))):
        at = draw(st.integers(0, len(text)))
        to = draw(st.integers(at, min(len(text), at + 6)))
        sign = draw(st.sampled_from(SIGNS))
        ways = (
            text[:at] + sign + text[at:],
            text[:at] + text[to:],
            text[:at] + sign + text[at + 1 :],
            text[:to] + text[at:],
            text.swapcase(),
        )
        text = draw(st.sampled_from(ways))
    return text


@st.composite
def nearly_octets(draw: st.DrawFn, right: Sequence[bytes]) -> bytes:
    """Give right octets with up to four edits: octets in, out, exchanged, a part twice, or cut short."""
    octets = draw(st.sampled_from(right))
    for _ in range(draw(st.integers(0, MOST_EDITS))):
        at = draw(st.integers(0, len(octets)))
        to = draw(st.integers(at, min(len(octets), at + 40)))
        some = draw(
            st.binary(min_size=1, max_size=8) | st.sampled_from((b"\0", b"\xff\xfe", b"\r\n", b"<", b"\x7f" * 4))
        )
        ways = (
            octets[:at] + some + octets[at:],
            octets[:at] + octets[to:],
            octets[:at] + some + octets[at + len(some) :],
            octets[:to] + octets[at:],
            octets[:at],
        )
        octets = draw(st.sampled_from(ways))
    return octets


def texts(*right: str) -> st.SearchStrategy[str]:
    """Give any text, and more often one that is nearly right."""
    return nearly(right) | nearly(right) | TEXT


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | TEXT
    | st.sampled_from(["", " ", "1", "1,2,29", "2026-01-01", "brief", "doel", "gemachtigde", "\x1b[31m"])
)


def objects(keys: Sequence[str]) -> st.SearchStrategy[Any]:
    """Give JSON values: objects of these keys and of others, and whatever else JSON can be."""
    key = st.sampled_from(keys) | TEXT
    inner = st.recursive(
        SCALARS, lambda one: st.lists(one, max_size=3) | st.dictionaries(key, one, max_size=3), max_leaves=6
    )
    return st.dictionaries(st.sampled_from(keys), SCALARS | inner, max_size=len(keys)) | inner
