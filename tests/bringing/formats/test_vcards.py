"""Address cards whose pictures are cut out: nothing that stands beside them is lost."""

import pytest

from firststep.bringing.formats import read_file

BEGIN, END = ("BEGIN:VCARD", "VERSION:3.0", "FN:Ann Lee"), ("END:VCARD", "")
NUMBER = "TEL:+49301234567"


@pytest.mark.parametrize("ends", ["AQ==", "AQA=", "AQAA"])
@pytest.mark.parametrize("number_first", [True, False])
def test_what_stands_beside_a_picture_is_kept_however_the_picture_ends(
    ends: str, number_first: bool
) -> None:
    picture = ("PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSk", f" ZJRgAB{ends}")
    lines = (NUMBER, *picture) if number_first else (*picture, NUMBER)

    (ann,) = read_file("cards.vcf", "\r\n".join((*BEGIN, *lines, *END)).encode()).people

    assert ann.phones == ("+49301234567",)


def test_a_picture_in_quoted_printable_goes_on_after_its_equals_sign() -> None:
    picture = ("PHOTO;ENCODING=QUOTED-PRINTABLE:=41=42=", "TEL:=43=44=", "=45")

    (ann,) = read_file("cards.vcf", "\r\n".join((*BEGIN, *picture, NUMBER, *END)).encode()).people

    assert ann.phones == ("+49301234567",)
