import pytest

from wkc.errors.vault import RecoveryCodeWrong
from wkc.vault.keys import recovery_code


def test_a_code_has_eight_groups_of_five() -> None:
    code = recovery_code.make()
    assert [len(group) for group in code.split("-")] == [5] * 8


def test_two_codes_are_never_alike() -> None:
    assert recovery_code.make() != recovery_code.make()


def test_a_code_reads_back_as_it_was_shown() -> None:
    code = recovery_code.make()
    assert recovery_code.read(code) == code


def test_twenty_octets_are_all_in_the_code() -> None:
    shown = {
        recovery_code.show(bytes(20)),
        recovery_code.show(bytes(19) + b"\1"),
        recovery_code.show(b"\x80" + bytes(19)),
    }
    assert len(shown) == 3


def test_a_code_is_read_in_small_letters_with_any_spaces_and_with_look_alikes() -> None:
    code = recovery_code.show(bytes(20))
    typed = code.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert recovery_code.read(f"\t{typed}\n") == code


@pytest.mark.parametrize("typed", ["", "-", "ABCDE", "U" * 40, "é" * 40, "0" * 39, "0" * 41, "ABCDE-" * 8])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(RecoveryCodeWrong) as refused:
        recovery_code.read(typed)
    assert refused.value.facts == {"groups": 8}


def test_every_single_wrong_sign_is_noticed() -> None:
    code = recovery_code.show(bytes(range(20)))
    for place, sign in enumerate(code):
        for other in recovery_code.ALPHABET:
            if sign not in ("-", other):
                with pytest.raises(RecoveryCodeWrong):
                    recovery_code.read(code[:place] + other + code[place + 1 :])


def test_every_two_signs_swapped_in_a_group_are_noticed() -> None:
    groups = recovery_code.show(bytes(range(100, 120))).split("-")
    for place, group in enumerate(groups):
        for left in range(4):
            signs = list(group)
            signs[left], signs[left + 1] = signs[left + 1], signs[left]
            if signs != list(group):
                with pytest.raises(RecoveryCodeWrong):
                    recovery_code.read("-".join([*groups[:place], "".join(signs), *groups[place + 1 :]]))


def test_two_swapped_groups_are_noticed() -> None:
    groups = recovery_code.show(bytes(range(20))).split("-")
    with pytest.raises(RecoveryCodeWrong):
        recovery_code.read("-".join([groups[1], groups[0], *groups[2:]]))
