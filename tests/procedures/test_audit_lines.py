"""One look at many clients is one row of the log at a terminal, and a line for each client in the log itself."""

from tests.prepared import prepared
from tests.stage import Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
ROWS = "geslachtsnaam;geboortedatum\nBerg;1990-01-17\nDal;1991-02-18\nStapper;1992-03-19\n"


@prepared
def listed(stage: Stage) -> Stage:
    stage.must("client", "import", "-", *ORDER, stdin=ROWS)
    stage.must("client", "list")
    return stage


def test_a_list_of_three_clients_is_one_row_with_their_count(listed: Stage) -> None:
    lines = [one["seq"] for one in listed.json("audit", "list")["lines"] if one["action"] == "client.list"]
    assert len(lines) == 3
    rows = " ".join(listed.must("audit", "list").out.split())
    assert f"{min(lines)}-{max(lines)} 2026-11-23" in rows
    assert rows.count("3 clients") == 1


def test_the_log_of_one_client_has_its_own_line_with_its_number(listed: Stage) -> None:
    mine = [
        one for one in listed.json("audit", "list", "--client", "2026-2")["lines"] if one["action"] == "client.list"
    ]
    assert len(mine) == 1
    shown = listed.must("audit", "list", "--client", "2026-2").out.splitlines()
    assert [row for row in shown if row.startswith(f"{mine[0]['seq']} ")]
    assert "3 clients" not in " ".join(shown)


def test_the_same_look_twice_at_one_client_is_two_rows(listed: Stage) -> None:
    for _ in range(2):
        listed.must("client", "show", "2026-1")
    seen = [one["seq"] for one in listed.json("audit", "list")["lines"] if one["action"] == "client.show"]
    shown = listed.must("audit", "list").out.splitlines()
    assert all(any(row.startswith(f"{seq} ") for row in shown) for seq in seen)
    assert len(seen) == 2
