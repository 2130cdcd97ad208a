"""Ten tasks, done by a person who knows no command: what they cost in keys is what the docs say."""

from tests.keystrokes import TASKS, table
from tests.test_docs import TOP


def test_the_table_of_the_docs_is_what_the_tasks_cost() -> None:
    said = (TOP / "wkc" / "docs" / "using.md").read_text(encoding="utf-8").splitlines()
    begun = said.index("| task | keys before | keys now |")
    assert table() == said[begun : begun + 2 + len(TASKS)]
