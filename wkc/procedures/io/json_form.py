"""Forms: a small JSON object of texts that a user offers, as a mandate or a person on file."""

from collections.abc import Mapping, Sequence

from wkc.errors.form import FormIncomplete, FormUnknownKey, FormUnreadable


def read(content: str, required: Sequence[str], optional: Sequence[str] = ()) -> Mapping[str, str]:
    """Read a form: every required key with a text, no key but these; null is the same as leaving out."""
    import msgspec

    keys = ", ".join([*required, *(f"[{key}]" for key in optional)])
    try:
        members = msgspec.json.decode(content, type=dict[str, str | None])
    except msgspec.DecodeError as error:
        raise FormUnreadable(keys=keys) from error
    if not members.keys() <= {*required, *optional}:
        raise FormUnknownKey(keys=keys)
    filled = {key: text.strip() for key, text in members.items() if text is not None and text.strip()}
    for key in required:
        if key not in filled:
            raise FormIncomplete(key=key, keys=keys)
    return filled
