"""The post a line says somebody holds, as it is told and written."""

import pytest

from firststep.steps.outreach.telling.seats import post_of


@pytest.mark.parametrize(
    ("said", "post"),
    [
        ("purchasing", "Head of Purchasing"),
        ("quality dept", "Head of Quality"),
        ("Head of Sales", "Head of Sales"),
        ("Vertriebsleitung", "Vertriebsleitung"),
        ("", ""),
    ],
)
def test_a_department_alone_is_the_post_of_its_head(said: str, post: str) -> None:
    assert post_of(said) == post
