"""Texts that come in: tidied, without signs that nobody sees, and the form that a name is looked up by (art. 4)."""

import re
import unicodedata

from wkc.errors.input import ReasonEmpty, SignUnprintable, ValueControl, ValueDamaged, ValueEmpty, ValueTooLong

TEXT_LIMIT, NOTE_LIMIT = 200, 10_000
"""The most characters of a line and of a note; a name of the BRP runs to 200."""

REASON_LEAST, REASON_SIGNS = 6, 3
"""The fewest letters and digits of a reason, and the fewest different ones: no dot, no row of x."""

# No name holds these: they break a line, or turn the order of what follows them, also of what is shown next to it.
# Right-to-left names need none of them, and the marks and joiners that some names do need are accepted.
_UNFIT_FOR_A_LINE = re.compile("[\u2028\u2029\u202a-\u202e\u2066-\u2069]")
# Soft hyphen, zero-width space, direction marks, word joiner, byte order mark; not the joiners of Persian and Indic.
_UNSEEN: dict[int, str | None] = {
    **dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF)),
    **dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
}
# No font of the papers has what follows the letterlike symbols (No., trade mark): emoji and other pictures.
_LAST_SYMBOL, _PICTURES = "\u214f", frozenset({"So", "Sk", "Cf", "Cn", "Co", "Me"})
# Letters by their category that show as nothing.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")

# Letters of the BRP set, and their like, that Unicode does not take apart into a plain letter and a mark.
_PLAIN: dict[int, int | str] = {
    **str.maketrans("đðħĸłŋøŧəɓɖɗƒɨȷ\N{LATIN SMALL LETTER DOTLESS I}", "ddhklnotebddfiji"),
    **{ord(letter): plain for letter, plain in (("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"))},
    # Unicode counts these as letters; people write them for an apostrophe.
    **dict.fromkeys(range(0x2B0, 0x300), " "),
}
_MOST_MARKS = re.compile("[\u0300-\u036f]")
_ASCII_PLAIN = {i: " " for i in range(128) if not chr(i).isalnum()}


def normal_name(text: str) -> str:
    """Give the form to look a name up by: no accents, no case, one space for whatever is no letter or digit.

    A name of other signs only (the `.` of someone without a surname) keeps them.
    """
    plain = text if text.isascii() else _MOST_MARKS.sub("", unicodedata.normalize("NFKD", text))
    if plain.isascii():
        plain = plain.lower().translate(_ASCII_PLAIN)
    else:
        plain = _without_marks(_without_marks(plain).casefold()).translate(_PLAIN)
        plain = "".join(c if c.isalnum() else " " for c in plain)
    return " ".join(plain.split()) or text.casefold().strip()


def plain_text(typed: str) -> str:
    """Check one line of text that is no field: a name of a party, a reference."""
    return tidy(typed, TEXT_LIMIT)


def line_on_paper(typed: str) -> str:
    """Check one line of text that heads every paper of the office; errors.SignUnprintable for a picture in it."""
    text = plain_text(typed)
    pictures = [sign for sign in text if sign > _LAST_SYMBOL and unicodedata.category(sign) in _PICTURES]
    if pictures:
        raise SignUnprintable(signs=" ".join(dict.fromkeys(pictures)))
    return text


def tidy(typed: str, limit: int) -> str:
    """Give one line of text, trimmed and in NFC; a tab, which shows as a space, becomes one."""
    text = typed.strip().replace("\t", " ")
    if not text.isascii():
        text = unicodedata.normalize("NFC", _visible(text)).strip()
    if not text.isprintable():
        if _UNFIT_FOR_A_LINE.search(text):
            raise ValueControl
        _refuse_unseen(text, allowed="")
    if not text:
        raise ValueEmpty
    if len(text) > limit:
        raise ValueTooLong(limit=limit)
    return text


def _visible(text: str) -> str:
    """Take off the signs that nobody sees and no name needs; every space becomes a plain one. errors.ValueDamaged."""
    if "\ufffd" in text:
        raise ValueDamaged
    return text.translate(_UNSEEN)


def _refuse_unseen(text: str, allowed: str) -> None:
    """Refuse control characters and half surrogates, and a text of nothing but invisible signs."""
    kinds = {unicodedata.category(c) for c in text if c not in allowed}
    if kinds & {"Cc", "Cs"}:
        raise ValueControl
    if kinds <= {"Cf", "Zs", "Zl", "Zp"}:
        raise ValueEmpty


def parse_note(typed: str) -> str:
    """Check a free note or a reason, which may have lines."""
    text = unicodedata.normalize("NFC", typed.strip().replace("\r\n", "\n"))
    if not text:
        raise ValueEmpty
    _refuse_unseen(text, allowed="\n\t")
    if len(text) > NOTE_LIMIT:
        raise ValueTooLong(limit=NOTE_LIMIT)
    return text


def parse_reason(typed: str) -> str:
    """Check a reason: a note that says something, in letters that can be seen."""
    text = parse_note(typed)
    seen = [sign for sign in text.casefold() if sign.isalnum() and sign not in _FILLERS]
    if len(seen) < REASON_LEAST or len(set(seen)) < REASON_SIGNS:
        raise ReasonEmpty
    return text


def _without_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.category(c).startswith("M"))
