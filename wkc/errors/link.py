"""Errors of two dossiers that are to become one, or two again (art. 4.2)."""

from wkc.errors.families import Invalid, NotFound, Refused, Usage
from wkc.i18n import N_


class LinkItself(Invalid):
    """Both numbers are of one dossier."""

    text = N_("These are one dossier.")
    hint = N_("Give two dossier numbers.")


class DossierLinkedAlready(Invalid):
    """A number that leads to another dossier is linked no second time."""

    text = N_("{number} leads to {into} already.")
    hint = N_("Link the other dossier to {into}, or undo the link first (`wkc client unlink {number}`).")


class LinkBarred(Refused):
    """Art. 4.2: what belongs to a number as such would be lost."""

    text = N_("These dossiers cannot be linked yet: {why}.")
    hint = N_("See to that first, then link them.")


class LinkUndecided(Invalid):
    """The dossiers differ in a field that takes one value, and nobody chose."""

    text = N_("The two dossiers differ in {fields}.")
    hint = N_("Choose whose value goes on, for each: --take FIELD=NUMBER.")


class SecretEnds(Refused):
    """Art. 8.2: a duty of secrecy goes on until it is lifted."""

    text = N_("{field} is secret in one of the dossiers, and the value that would go on is not ({article}).")
    hint = N_("Choose the secret one with --take, or record there first what holds now: it stays secret.")


class TakeWrong(Usage):
    """The text is no choice between the values of two dossiers."""

    text = N_("This does not say whose value goes on.")
    hint = N_("Write it as --take woonplaats={number}, with a field that differs and one of the two numbers.")


class NotLinked(NotFound):
    """The dossier has no link to undo."""

    text = N_("{number} is not linked to another dossier.")
    hint = N_("`wkc client show {number}` tells which numbers lead to it.")


class LinkGrown(Refused):
    """Rows came after the link, which are of neither of the two dossiers alone."""

    text = N_("This link cannot be undone: since then there came {what}, which is of neither of the two alone.")
    hint = N_("Take back what was written down since, where that was a mistake, or leave the dossiers linked.")


class LinkReduced(Refused):
    """Art. 10: the term of both ended together."""

    text = N_("This link cannot be undone: only what a duty keeps is left of the dossier.")
    hint = N_("It goes as one when the duty ends.")
