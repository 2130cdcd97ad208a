"""`wkc demo`: the main tasks on a throw-away register, by the program's own commands, as one types them."""

from __future__ import annotations

import io
import shlex
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from wkc.cli.terminal.command_group import group
from wkc.cli.terminal.context import cli_context
from wkc.cli.terminal.escape import escape_control_chars
from wkc.errors.terminal import DemoExists, DemoFailed, Interrupted
from wkc.i18n import N_, _

if TYPE_CHECKING:
    from wkc.cli.terminal.context import CliContext
    from wkc.procedures.core.environment import Environment

app = group()

LIST = Path(__file__).with_name("demo.csv")
USER = "demo"
OFFICE, PARTY = "Bureau Voorbeeld", "Gemeente Voorbeeldstad"

DIR = typer.Argument(metavar="DIR", help=N_("A new folder (default: wkc-demo, here)."))


@app.command()
def demo(ctx: typer.Context, folder: Annotated[str | None, DIR] = None) -> None:
    """Show the main tasks on made-up clients; asks nothing."""
    from wkc.procedures.core.clock import day

    cli = cli_context(ctx)
    cli.refuse_in_shell()
    _Demo(cli, _make_folder(folder)).run(day(cli.environment.now()).isoformat())


def _make_folder(named: str | None) -> Path:
    """Make the folder that was named, or the first free one of wkc-demo, wkc-demo-2 and so on."""
    if named:
        folder = Path(named).expanduser().absolute()
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise DemoExists(path=folder)
    else:
        number = 1
        folder = Path.cwd() / "wkc-demo"
        while folder.exists():
            number += 1
            folder = Path.cwd() / f"wkc-demo-{number}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


class _Demo:
    """A folder with a list, a password file and a register, and the commands that are shown on it."""

    def __init__(self, cli: CliContext, folder: Path) -> None:
        self._cli = cli
        self._folder = folder
        self._password = {"WKC_PASSWORD_FILE": folder / "password"}
        self._files = {
            "WKC_HOME": folder / "register",
            # The last seen head belongs to this register: it goes when the folder goes.
            "XDG_STATE_HOME": folder / "state",
        }
        self._signs_in_by: Mapping[str, Path] = self._password

    def run(self, today: str) -> None:
        """Do the main tasks, then say what there is to look at."""
        self._show(_("A register for a made-up office, with made-up clients, in {folder}.").format(folder=self._folder))
        self._show(_("Everything below is done by the program's own commands.") + "\n")
        self._make_files()
        with TemporaryDirectory() as sessions, self._own_session(Path(sessions)):
            self._do_tasks(today)
        self._say_how_to_go_on()

    @contextmanager
    def _own_session(self, folder: Path) -> Iterator[None]:
        """Keep the sessions of the demo apart from those of this terminal, and end its own."""
        self._files["XDG_RUNTIME_DIR"] = folder
        try:
            yield
        finally:
            self._type(None, "logout")
            del self._files["XDG_RUNTIME_DIR"]

    def _sign_in(self) -> None:
        """Open a session; where this machine offers none, each command reads the password as before."""
        try:
            self._type(_("Signing in once: the commands in this terminal ask for no password from here on"), "login")
        except DemoFailed:
            return
        self._signs_in_by = {}

    def _do_tasks(self, today: str) -> None:
        register = f"--yes init --name '{OFFICE}' --place Alkmaar --kvk 00000000 --beheerder {USER}"
        self._type(_("A new register with its first beheerder"), register)
        self._sign_in()
        add_party = f"party add '{PARTY}' --kind opdrachtgever"
        self._type(_("The opdrachtgever, and the list of clients that it sent"), add_party)
        order = f"--opdrachtgever '{PARTY}' --assignment 2026-A"
        self._type(None, f"client import clients.csv {order} --special-basis uavg_25,uavg_30")
        self._type(_("Finding somebody: accents and capitals do not matter"), "client find swiatek")
        log_contact = f"contact log swiatek --on {today} --kind gesprek"
        self._type(_("A day's work: a contact, and something that the client told"), log_contact)
        self._type(
            None,
            "client record swiatek gezondheid --source geregistreerde --grondslag uavg_30",
            typed="Kan niet lang staan; zittend werk gaat goed.\n",
        )
        self._type(None, "client show swiatek")
        self._type(
            _("The copy of all that is held on this client, for the work in the office"),
            "inzage export swiatek --format json --output copy.json",
        )
        self._type(
            _("Who was on the list must hear so: a letter, kept in the register, and what is still to be done"),
            "settings set houder.contact info@example.nl",
        )
        self._type(None, "settings set houder.address 'Kanaalkade 12, 1811 LP Alkmaar'")
        self._type(None, "letter notify --all")
        self._type(None, f"letter print B{today[:4]}-0001 --output letter.pdf")
        self._type(None, "agenda")
        number = f"V{today[:4]}-0001"
        self._type(
            _("The client asks to see it all: who is it, what is decided, and the copy to hand out"),
            "request receive swiatek --kind inzage",
        )
        self._type(None, f"request identify {number} --method bekend")
        self._type(None, f"request decide {number} --decision toegewezen")
        self._type(None, f"request notify {number}")
        self._type(_("What looks like somebody else in the copy is looked at first"), f"request review {number}")
        self._type(None, f"inzage export swiatek --request {number} --output copy.pdf")
        self._type(_("Each of these looks and changes left a signed line"), "audit verify")

    def _say_how_to_go_on(self) -> None:
        """Say what there is to look at, how to go on, and how to be rid of it."""
        files = self._files | self._password
        self._show(_("To look at:"))
        for name in ("copy.pdf", "copy.json", "letter.pdf", "clients.csv"):
            self._show(f"  {self._folder / name}")
        self._show(_("To go on playing:"))
        settings = {name: str(path) for name, path in files.items()} | {"WKC_USER": USER}
        self._show("  export " + " ".join(f"{name}={shlex.quote(value)}" for name, value in settings.items()))
        self._show("  wkc client list")
        self._show(
            _("The password is in {path}. To be rid of it all: delete {folder}.").format(
                path=files["WKC_PASSWORD_FILE"], folder=self._folder
            )
        )

    def _make_files(self) -> None:
        (self._folder / "clients.csv").write_bytes(LIST.read_bytes())
        password = self._password["WKC_PASSWORD_FILE"]
        password.touch(mode=0o600)
        password.write_text("only for the demo\n", encoding="utf-8")

    def _type(self, heading: str | None, command: str, typed: str | None = None) -> None:
        """Show a command as one would type it, run it, and show its output."""
        words = shlex.split(command)
        if heading:
            self._show(f"# {heading}")
        before = f"echo {shlex.quote(typed.strip())} | " if typed else ""
        self._show(f"$ {before}wkc {command}")
        self._cli.resume_progress()
        output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        with chdir(self._folder):
            code = self._cli.invocation.run(words, self._environment(typed or "", output), None)
        self._show(output.buffer.getvalue().decode())
        if code == Interrupted.code:
            raise typer.Abort
        if code:
            raise DemoFailed(command=words[0], code=code)

    def _environment(self, typed: str, output: TextIO) -> Environment:
        """Give a command the register, session and last seen head of the demo; output and errors are one stream.

        The password of the register is in a file beside it: a costly derivation would protect nothing.
        """
        from wkc.vault.keys.password import LEAST

        own = self._cli.environment
        inherited = {name: text for name, text in own.environ.items() if name not in self._password}
        named = {name: str(path) for name, path in {**self._files, **self._signs_in_by}.items()}
        memory, sessions = self._files["XDG_STATE_HOME"] / "wkc", self._files["XDG_RUNTIME_DIR"] / "wkc"
        return own._replace(
            stdin=io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"),
            stdout=output,
            stderr=output,
            environ={**inherited, "WKC_USER": USER, **named},
            terminal=lambda: None,
            state=lambda: memory,
            runtime=lambda: sessions,
            cost=LEAST,
        )

    def _show(self, text: str) -> None:
        self._cli.pause_progress()
        self._cli.environment.stdout.write(escape_control_chars(text) + "\n")
        self._cli.environment.stdout.flush()
