"""Text that cannot steer a terminal: what is typed, stored or named may hold escapes and invisible marks."""

import unicodedata

_PICTURES = 0x2400  # Unicode's pictures of the control characters, in their order


def escape_control_chars(text: str) -> str:
    """Show control characters and invisible marks as what they are."""
    return text if text.isprintable() else "".join(map(_show, text))


def _show(character: str) -> str:
    if character == "\n" or character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return chr(_PICTURES + ord(character)) if character < " " else f"<U+{ord(character):04X}>"
