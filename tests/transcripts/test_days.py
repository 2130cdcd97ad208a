"""Days on the screen: dd-mm-jjjj in Dutch, ISO 8601 in English, and never another inside a command or a path."""

import pytest

from wkc import i18n
from wkc.cli.terminal.days import show_days

DUTCH, ENGLISH = {"LC_ALL": "nl_NL.UTF-8"}, {"LC_ALL": "C"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("verstuurd op 2026-11-29.", "verstuurd op 29-11-2026."),
        ("2026-11-29 10:15", "29-11-2026 10:15"),
        ("van 2026-01-02 tot en met 2026-03-04", "van 02-01-2026 tot en met 04-03-2026"),
        ("B2026-0001 van 2026-0001", "B2026-0001 van 2026-0001"),
        ("`wkc letter sent --on 2026-11-29`", "`wkc letter sent --on 2026-11-29`"),
        ("brieven-2026-11-29.pdf", "brieven-2026-11-29.pdf"),
        ("/post/2026-11-29/brief.pdf", "/post/2026-11-29/brief.pdf"),
        ("1968-03", "1968-03"),
    ],
)
def test_a_dutch_screen_has_dutch_days(text: str, shown: str) -> None:
    i18n.use(DUTCH)
    try:
        assert show_days(text) == shown
    finally:
        i18n.use(ENGLISH)


def test_an_english_screen_has_iso_days() -> None:
    i18n.use(ENGLISH)
    assert show_days("sent on 2026-11-29.") == "sent on 2026-11-29."
