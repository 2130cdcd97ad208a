"""The address of the office as its papers print it: with the place, once (AVG 33.3)."""

import pytest

from wkc.records.party import Houder


@pytest.mark.parametrize(
    ("place", "address", "shown"),
    [
        ("Ede", "Brederostraat 3", "Brederostraat 3, Ede"),
        ("Ede", "Brederostraat 3, 6711 AB EDE", "Brederostraat 3, 6711 AB EDE"),
        ("Oss", "Vossenlaan 1", "Vossenlaan 1, Oss"),
        ("'s-Gravenhage", "Spui 1, 's-Gravenhage", "Spui 1, 's-Gravenhage"),
        ("Alkmaar", "", "Alkmaar"),
    ],
)
def test_the_place_of_the_office_is_left_out_only_where_its_address_names_it(
    place: str, address: str, shown: str
) -> None:
    assert Houder("de werkKRACHTcentrale", place, "54663490", address or None).address_with_place == shown
