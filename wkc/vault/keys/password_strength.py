"""The strength of a new password: its length, and the guesses that zxcvbn expects it to last (USENIX Security 2016)."""

import unicodedata

from wkc.errors.vault import PasswordGuessed
from wkc.i18n import N_, _
from wkc.vault.keys import password

LEAST_GUESSES = 10**10
"""A century of guessing by one computer: VAULT 2 has a guess take 0.4 seconds."""
READ = 72
"""Characters that are judged; the work grows with the square of them, and more make no password weaker."""

COMMON = (
    "welkom", "wachtwoord", "geheim", "hallo", "gemeente", "register", "kantoor", "lente", "zomer", "herfst",
    "winter", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "januari",
    "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
"""Words that Dutch passwords begin with and that zxcvbn, whose lists are English, takes for random letters."""

REASONS = {
    "repeat": N_("it says the same thing again and again"),
    "sequence": N_("it is a row of characters such as 1234 or abcd"),
    "spatial": N_("it is a row of keys on the keyboard"),
    "date": N_("it is a date or a year, with little besides it"),
    "regex": N_("it is a date or a year, with little besides it"),
    "user_inputs": N_("it is a USER ID or a common word, with little besides it"),
    "passwords": N_("it is like a password that many people have"),
    "dictionary": N_("it is one word or name, with little besides it"),
    "bruteforce": N_("it is too short"),
}
"""The reason by the pattern, or the list of words, that zxcvbn finds in the longest part of a password."""


def check(new: str, user_id: str) -> None:
    """Refuse a new password that is short or soon guessed; errors.WeakPassword, errors.PasswordGuessed."""
    password.check(new)
    from zxcvbn import zxcvbn

    judged = zxcvbn(unicodedata.normalize("NFC", new)[:READ], user_inputs=[user_id, *COMMON])
    if judged["guesses"] < LEAST_GUESSES:
        raise PasswordGuessed(why=_(REASONS[_kind(judged["sequence"])]))


def _kind(parts: list[dict[str, str]]) -> str:
    longest = max(parts, key=lambda part: len(part["token"]))
    if longest["pattern"] == "dictionary" and longest["dictionary_name"] in REASONS:
        return longest["dictionary_name"]
    return longest["pattern"]
