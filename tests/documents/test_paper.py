"""Setting data on paper: what goes wrong is told without a word of the content."""

import traceback
from datetime import UTC, date, datetime
from typing import Any

import pytest
import typst

from wkc.documents import paper
from wkc.documents.paper import in_words, typeset
from wkc.errors.terminal import PaperFailed

AT = datetime(2026, 11, 24, 9, 15, tzinfo=UTC)


def test_dates_in_a_tree_become_dutch_words() -> None:
    winter, summer = datetime(2026, 1, 31, 23, 5, tzinfo=UTC), datetime(2026, 6, 30, 22, 5, tzinfo=UTC)
    assert in_words({"a": [date(2028, 2, 29), winter], "b": (summer, "2026-01-01", None, 3)}) == {
        "a": ["29 februari 2028", "1 februari 2026, 00:05 uur"],
        "b": ["1 juli 2026, 00:05 uur", "2026-01-01", None, 3],
    }


def test_a_template_that_fails_tells_nothing_of_the_data() -> None:
    data = b'{"persoon": {"naam": "Anna Geheim"}}'
    with pytest.raises(PaperFailed) as failed:
        typeset("copy/inzage.typ", data, AT)
    assert "Geheim" not in "".join(traceback.format_exception(failed.value))
    assert "Geheim" not in " ".join(failed.value.text_and_hint)
    assert failed.value.__context__ is None


def test_a_text_that_typst_refuses_without_naming_it_is_narrowed_down(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[str] = []

    def refuse(_template: str, inputs: dict[str, str], _at: datetime) -> bytes | set[int]:
        seen.append(inputs["data"])
        return b"%PDF" if len(seen) == 3 else set()

    monkeypatch.setattr(paper, "_compile", refuse)
    assert typeset("copy/inzage.typ", '"aéض"'.encode(), AT) == b"%PDF"
    assert seen == [r'"a\u00e9\u0636"', r'"a\u00e9[U+0636]"', '"a[U+00E9][U+0636]"']


def test_refusing_for_ever_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "_compile", lambda *_: {0x636})
    with pytest.raises(PaperFailed):
        typeset("copy/inzage.typ", b'"x"', AT)


def test_the_fonts_are_read_once_for_many_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bool] = []
    fonts = typst.Fonts

    def counted(*, include_system_fonts: bool) -> Any:
        read.append(include_system_fonts)
        return fonts(include_system_fonts=include_system_fonts)

    monkeypatch.setattr(typst, "Fonts", counted)
    paper._read_fonts.cache_clear()
    for _ in range(2):
        with pytest.raises(PaperFailed):
            typeset("copy/inzage.typ", b"{}", AT)
    assert read == [False]
