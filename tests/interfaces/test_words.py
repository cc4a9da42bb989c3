"""The words every door says alike."""

import pytest

from firststep.interfaces.words.people import post_words


@pytest.mark.parametrize(
    ("post", "current", "words"),
    [
        (("Buyer", "Acme"), True, "Buyer, Acme"),
        (("Buyer", "Acme"), False, "formerly Buyer, Acme"),
        (("", "Acme"), True, "Acme"),
    ],
)
def test_a_post_is_its_title_and_its_company(
    post: tuple[str, str], current: bool, words: str
) -> None:
    assert post_words(*post, current=current) == words
