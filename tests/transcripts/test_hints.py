"""Commands that an answer names have the options before the command as they were typed."""

from dataclasses import replace

import pytest

from tests.stage import PASSWORD, Stage
from wkc.cli.terminal.command_hint import read_typed, repeat_options


@pytest.mark.parametrize(
    ("argv", "typed"),
    [
        ("--home h --user anna --json client list", ["--home h", "--user anna"]),
        ("--user=anna client show --user bram", ["--user anna"]),
        ("--password-file --home client list", []),
        ("--home h menu", []),
        ("--home h", []),
        ("client list", []),
    ],
)
def test_the_options_before_a_command_are_read_as_typed(argv: str, typed: list[str]) -> None:
    assert list(read_typed(argv.split())) == typed


def test_a_folder_with_a_space_is_repeated_in_quotes() -> None:
    assert read_typed(["--home", "my register", "agenda"]) == ("--home 'my register'",)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("First `wkc letter print`.", "First `wkc --home h --user anna letter print`."),
        ("`wkc --user bram login` does.", "`wkc --home h --user bram login` does."),
        ("A beheerder: `wkc user reset bram`.", "A beheerder: `wkc --home h user reset bram`."),
        ("`wkc` alone, and `LC_ALL`.", "`wkc --home h --user anna` alone, and `LC_ALL`."),
    ],
)
def test_a_command_gets_the_options_that_it_lacks(text: str, shown: str) -> None:
    assert repeat_options(text, ("--home h", "--user anna")) == shown


@pytest.fixture
def elsewhere(stage: Stage) -> Stage:
    """A shell without WKC_HOME and WKC_USER: the register is named on each line."""
    return replace(stage, user=None, environ={"WKC_HOME": str(stage.folder / "nowhere")})


def test_each_way_of_answering_repeats_them(elsewhere: Stage) -> None:
    home = str(elsewhere.home)
    named = ("--home", home, "--user", "anna")
    again = f"wkc --home {home} --user anna"
    assert f"`{again} party add NAME" in elsewhere.wkc(*named, "party", "show", "nobody").err.replace("\n     ", " ")
    listed = elsewhere.wkc(*named, "backup", "list")
    assert listed.code == 0
    order = ("--opdrachtgever", "gemeente", "--assignment", "A1", "--from", "-")
    assert elsewhere.wkc(*named, "client", "register", *order, stdin='{"geslachtsnaam": "Vos"}').code == 0
    copied = elsewhere.wkc(*named, "inzage", "export", "2026-1", "--output", str(elsewhere.folder / "copy.pdf"))
    assert f"`{again} request receive 2026-0001 --kind afschrift`" in copied.out
    assert f"`wkc --home {home} settings set houder.address …`" in copied.err
    doctor = elsewhere.wkc(*named, "doctor")  # A table folds a path that is longer than its column.
    assert f"`wkc --home {home} backup create`".replace(" ", "") in "".join(doctor.out.split())


def test_a_register_that_was_made_somewhere_names_its_folder_in_what_comes_next(stage: Stage) -> None:
    home = stage.folder / "second"
    ran = replace(stage, user=None).wkc(
        "--home", str(home), "init", "--name", "B", "--place", "P", "--beheerder", "dora"
    )
    assert ran.code == 0, ran.err
    assert f"wkc --home {home} --user dora party add NAME --kind opdrachtgever" in ran.out
    assert f"`wkc --home {home} settings set houder.kvk NUMBER`" in ran.out


def test_the_prompt_of_the_start_screen_takes_no_such_options_and_names_none(elsewhere: Stage) -> None:
    ran = elsewhere.wkc(
        *("--home", str(elsewhere.home), "--user", "anna", "menu"),
        typed=[("Password", PASSWORD), ("anna> ", "party show nobody"), ("anna> ", "0")],
    )
    assert "`wkc party add NAME" in (ran.out + ran.err).replace("\n     ", " ")
    assert "--home" not in ran.out + ran.err


def test_a_drill_from_the_menu_is_of_the_register_of_the_menu(elsewhere: Stage) -> None:
    named = ("--home", str(elsewhere.home), "--user", "anna")
    place = elsewhere.folder / "backups"
    place.mkdir(mode=0o700)
    made = elsewhere.wkc(*named, "backup", "create", "--to", str(place))
    assert made.code == 0, made.err
    ran = elsewhere.wkc(
        *named,
        "menu",
        typed=[
            ("Password", PASSWORD),
            ("anna> ", "12"),
            ("anna> ", "Practise"),
            ("Backup [", ""),
            ("Is this right?", ""),
            ("Password", PASSWORD),
            ("anna> ", "0"),
            ("anna> ", "0"),
        ],
    )
    assert "restored beside the register and read: 0 clients" in " ".join(ran.out.split())
