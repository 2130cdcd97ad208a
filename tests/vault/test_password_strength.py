"""A new password is judged by the guesses that it lasts, and refused with the reason."""

import pytest

from wkc.errors.vault import PasswordGuessed, WeakPassword
from wkc.vault.keys import password_strength


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("wachtwoord", "it is a USER ID or a common word, with little besides it"),
        ("Welkom2026!", "it is a USER ID or a common word, with little besides it"),
        ("annajansen1", "it is a USER ID or a common word, with little besides it"),
        ("letmein2026", "it is like a password that many people have"),
        ("12345678", "it is like a password that many people have"),
        ("abcdefghijk", "it is a row of characters such as 1234 or abcd"),
        ("qwertyuiop[]", "it is a row of keys on the keyboard"),
        ("31-12-1999", "it is a date or a year, with little besides it"),
        ("        ", "it says the same thing again and again"),
        ("annaanna", "it says the same thing again and again"),
        ("Elizabeth1", "it is one word or name, with little besides it"),
        ("xK4!pqz8", "it is too short"),
    ],
)
def test_what_is_soon_guessed_is_refused_with_its_reason(typed: str, why: str) -> None:
    with pytest.raises(PasswordGuessed) as refused:
        password_strength.check(typed, "annajansen")
    assert refused.value.facts == {"why": why}


def test_a_short_one_is_refused_for_its_length() -> None:
    with pytest.raises(WeakPassword):
        password_strength.check("kort123", "anna")


@pytest.mark.parametrize(
    "typed",
    [
        "kat mat pen vis",
        "correct horse battery",
        "fiets-lamp-koe-trap",
        "é" * 4 + "x8Kq0Zp2Lw",
        "wij fietsen elke dag door de polder, " * 9,
    ],
)
def test_words_that_have_nothing_to_do_with_each_other_pass_and_so_does_a_long_one(typed: str) -> None:
    password_strength.check(typed, "anna")


def test_the_user_id_in_it_makes_it_weaker() -> None:
    password_strength.check("anna zingt graag", "bram")
    with pytest.raises(PasswordGuessed):
        password_strength.check("korenbloem1!", "korenbloem")
