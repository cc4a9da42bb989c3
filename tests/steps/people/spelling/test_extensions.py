"""A number and its extension, in the ways telephones and address books write them."""

import pytest

from firststep.steps.people.spelling.extensions import number_apart, number_told, numbers_in

WRITTEN = [
    ("+31-30-1234567;ext=102", "+31-30-1234567", "102"),
    ("tel:+31-30-1234567;ext=102", "+31-30-1234567", "102"),
    ("TEL:+31-30-1234567;isub=9;ext=102", "+31-30-1234567", "102"),
    ("tel:1234567;phone-context=+31-30-", "+31-30-1234567", ""),
    ("tel:+1%20555%20010%202030", "+1 555 010 2030", ""),
    ("+1 555 010 2030 x102", "+1 555 010 2030", "102"),
    ("+1 555 010 2030 ext. 102", "+1 555 010 2030", "102"),
    ("+1 555 010 2030 (Ext 102)", "+1 555 010 2030", "102"),
    ("+1 555 010 2030 #102", "+1 555 010 2030", "102"),
    ("+31301234567p102", "+31301234567", "102"),
    ("+31301234567,,102#", "+31301234567", "102"),
    ("+31301234567;102", "+31301234567", "102"),
    ("030 1234567 Durchwahl 12", "030 1234567", "12"),
    ("+7 495 1234567 доб. 12", "+7 495 1234567", "12"),
    ("\u202a+1 (555) 010-2030\u202c", "+1 (555) 010-2030", ""),
    ("+49 30 5550-100", "+49 30 5550-100", ""),
    ("*31#0612345678", "*31#0612345678", ""),
    ("112", "112", ""),
    ("1)" + ")" * 60_000, "1)" + ")" * 60_000, ""),
]


@pytest.mark.parametrize(("written", "number", "extension"), WRITTEN, ids=range(len(WRITTEN)))
def test_a_number_and_its_extension_are_told_apart(
    written: str, number: str, extension: str
) -> None:
    assert number_apart(written) == (number, extension)
    assert number_apart(number_told(written)) == (number, extension)


def test_a_cell_of_numbers_is_divided_beside_their_extensions() -> None:
    assert numbers_in("+31-30-1234567;ext=102; 0612345678\n030 1234567 x5") == [
        "+31-30-1234567;ext=102", "0612345678", "030 1234567 x5",
    ]  # fmt: skip
