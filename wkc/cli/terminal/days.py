"""Days as the language in use writes them: ISO 8601 in English, dd-mm-jjjj on a Dutch screen."""

import re

from wkc.i18n import chosen

_COMMAND = re.compile("(`[^`]*`)")
_DAY = re.compile(r"(?<![\w/.-])(\d{4})-(\d{2})-(\d{2})(?![\w/-]|\.\w)")


def show_days(text: str) -> str:
    """Write each day in a text as the language does, but not inside a command, a path or the name of a file."""
    if chosen("nl", "en") == "en" or not _DAY.search(text):
        return text
    parts = _COMMAND.split(text)
    parts[::2] = [_DAY.sub(r"\3-\2-\1", part) for part in parts[::2]]
    return "".join(parts)
