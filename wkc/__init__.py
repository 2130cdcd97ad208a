"""wkc: an encrypted register of personal data, kept by the letter of a privacy regulation; and how it is started."""

__version__ = "0.1.0"

_NL = (
    "Een deel van het programma kon niet worden gelezen.",
    (
        "Probeer het opnieuw. Blijft het zo, kijk dan naar de schijf van het programma en installeer wkc opnieuw; "
        "het register is veilig."
    ),
)
_EN = (
    "A part of the program could not be read.",
    "Try again. If it stays so, look at the disk of the program and install wkc anew; the register is safe.",
)
UNREADABLE = {"nl": _NL, "en": _EN}
"""The words of errors.vault.ProgramUnreadable by language, for when neither errors nor catalogue can be read."""


def run() -> None:
    """Run the installed program; where a module that every command needs cannot be loaded, say so and end with 1."""
    try:
        from importlib import import_module

        program = import_module("wkc.__main__")
    except (OSError, ImportError, MemoryError):
        import os
        import sys

        chosen = (os.environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
        language = next((value for value in chosen if value), "")[:2]
        sys.stderr.write("wkc: {}\n     {}\n".format(*UNREADABLE.get(language, _EN)))
        sys.exit(1)
    program.run()
