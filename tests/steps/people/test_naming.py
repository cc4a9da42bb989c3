"""Reading whom somebody named."""

import pytest

from firststep.errors import CannotDo
from firststep.steps.people.naming import Named, named


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sam Lee, Operations, Acme", Named(name="Sam Lee", title="Operations", company="Acme")),
        ("  Sam   Lee ,Acme ", Named(name="Sam Lee", company="Acme")),
        ("Sam Lee", Named(name="Sam Lee")),
        ("Sam Lee, VP, Sales, Acme", Named(name="Sam Lee", title="VP, Sales", company="Acme")),
        ("Sam Lee, COO, Acme, Inc.", Named(name="Sam Lee", title="COO", company="Acme, Inc.")),
        ("Sam Lee, Acme, GmbH,", Named(name="Sam Lee", company="Acme, GmbH")),
    ],
)
def test_a_person_as_another_names_them_is_taken_apart(text: str, wanted: Named) -> None:
    assert named(text) == wanted


@pytest.mark.parametrize("text", ["", " , ", "sam@acme.example", ", Sales, Acme", "0301234"])
def test_what_names_nobody_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(CannotDo, match="Sam Lee, Operations, Acme"):
        named(text)
