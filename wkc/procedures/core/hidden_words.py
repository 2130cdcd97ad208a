"""AVG 15.4: a finished file is read again, with what is attached to it, for words that it promises to hide."""

from collections.abc import Collection

from wkc.errors.review import HiddenWordsFound
from wkc.i18n import _
from wkc.rules.requests import review as rules


def check_finished(made: bytes, form: str, hidden: Collection[str]) -> None:
    """Read a finished file again, with what is attached to it; errors.HiddenWordsFound."""
    if not hidden:
        return
    import msgspec

    from wkc.documents.copy.free_text import list_strings
    from wkc.documents.read_back import read_back

    read = read_back(made) if form == "pdf" else None
    attached = [made] if read is None else read.attachments
    strings = [text for octets in attached for text in list_strings(msgspec.json.decode(octets))]
    if rules.has_any_hidden(strings, hidden) or (read and rules.has_any_hidden(read.pages, hidden, broken=True)):
        raise HiddenWordsFound(places=_("the finished file"))
