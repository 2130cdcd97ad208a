"""The regulation itself as nouns: an article, and a difference with the law of today."""

from msgspec import Struct


class Bilingual(Struct, frozen=True):
    """The same in Dutch and in English."""

    nl: str
    en: str


class Article(Struct, frozen=True):
    """An article of the regulation in our own words.

    `commands` serve it, as they are typed after `wkc`; `carried_by` are the files of the program that carry it out
    besides the rules that open with it.
    """

    number: int
    title: Bilingual
    says: Bilingual
    commands: tuple[str, ...]
    carried_by: tuple[str, ...] = ()


class Difference(Struct, frozen=True):
    """A difference between the regulation of 2012 and the law of today.

    `places` are articles and members (`8.1`) or numbers of an annex (`I.15`, `III`); `paper` says what stands there,
    `today` what holds now and by which law, `so` what follows for the office and the program.
    """

    code: str
    places: tuple[str, ...]
    paper: Bilingual
    today: Bilingual
    so: Bilingual

    @property
    def articles(self) -> frozenset[int]:
        """The numbers of the articles that it touches; an annex belongs to the article that names it."""
        return frozenset(_ANNEXES.get(head, 0) or int(head) for head in (place.split(".")[0] for place in self.places))


_ANNEXES = {"I": 4, "II": 4, "III": 8}
