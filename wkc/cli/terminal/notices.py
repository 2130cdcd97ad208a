"""Notices to a user besides the result of a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from wkc.procedures.core.user_notice import Notice


def sentence(notice: Notice, count: int) -> str:
    """Give the sentence for a notice, in the language in use; its count is still to be filled in."""
    match notice:
        case "failed sign-ins":
            return ngettext(
                "{count} sign-in with your USER ID failed since the last one. Not you? Tell the beheerder.",
                "{count} sign-ins with your USER ID failed since the last one. Not you? Tell the beheerder.",
                count,
            )
        case "failed recoveries":
            return ngettext(
                "{count} time a wrong recovery code was tried since you signed in last.",
                "{count} times a wrong recovery code was tried since you signed in last.",
                count,
            )
        case "upgraded":
            return _("The register was made by an older wkc and is now brought up to date (schema {count}).")
        case "ledger rewritten":
            return ngettext(
                "The destruction ledger had lost {count} line and has it again. Tell the beheerder.",
                "The destruction ledger had lost {count} lines and has them again. Tell the beheerder.",
                count,
            )
        case "register completed":
            return ngettext(
                "The register still held {count} thing that was destroyed; it is gone now. Tell the beheerder.",
                "The register still held {count} things that were destroyed; they are gone now. Tell the beheerder.",
                count,
            )
        case "head not kept":
            return _("This is done, but where the log ends could not be remembered in your state folder.")
        case "drafts removed":
            return ngettext(
                "{count} file of a command that was cut short held what it was writing; it is removed now.",
                "{count} files of commands that were cut short held what they were writing; they are removed now.",
                count,
            )
        case _:
            return _(PAPERS[notice])


PAPERS = {
    "papers lack the address": N_(
        "The papers of the office do not show its address: `wkc settings set houder.address …`."
    ),
    "papers lack the contact": N_(
        "The papers of the office do not show how it is reached, by telephone or e-mail:"
        " `wkc settings set houder.contact …`."
    ),
    "papers lack address and contact": N_(
        "The papers of the office show neither its address nor how it is reached, by telephone or e-mail:"
        " `wkc settings set houder.address …` and `wkc settings set houder.contact …`."
    ),
}
