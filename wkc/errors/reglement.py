"""The regulation itself."""

from wkc.errors.families import NotFound
from wkc.i18n import N_


class ArticleUnknown(NotFound):
    """The regulation has fifteen articles."""

    text = N_("The regulation has no such article.")
    hint = N_("`wkc reglement` lists the articles, 1 to 15; `wkc reglement check` what today's law has differently.")
