"""Secret values beside a mandate on the screen: those that go along and to whom, and those that do not (art. 8.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wkc.procedures.requests.secret_reach import SecretPart


def say_secrets(request: str, parts: Iterable[SecretPart]) -> Iterator[str]:
    """Say which secret values go along to who acts for the client, how to leave them out, and which do not go."""
    listed = tuple(parts)
    going, staying = [one for one in listed if one.goes], [one for one in listed if not one.goes]
    if going:
        text = _(
            "Secret, and it goes along to {name}: {parts}. If that endangers the client, leave it out:"
            " `wkc request decide {request} --decision deels --code uavg_41 {options}`."
        )
        options = " ".join(f"{_option(one)} {one.number}" for one in going)
        yield text.format(name=going[0].to, parts=_list(going), request=request, options=options)
    if staying:
        text = _("Secret, and the mandate of {name} does not name it, so it is left out: {parts}.")
        yield text.format(name=staying[0].to, parts=_list(staying))


def _list(parts: Iterable[SecretPart]) -> str:
    document = _("{field} (document)")
    return ", ".join(
        f"{one.number} {document.format(field=one.label) if one.is_document else one.label}" for one in parts
    )


def _option(one: SecretPart) -> str:
    return "--omit-document" if one.is_document else "--omit-entry"
