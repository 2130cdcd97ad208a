"""The handbook of the office: a chapter that is asked for."""

from wkc.errors.families import NotFound
from wkc.i18n import N_


class ChapterUnknown(NotFound):
    """No chapter has this word."""

    text = N_("The handbook has no such chapter.")
    hint = N_("`wkc handboek` lists them.")
