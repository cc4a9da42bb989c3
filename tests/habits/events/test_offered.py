"""What an offer offers: the ask that takes it up, and the way they asked for."""

import pytest

from firststep.habits.events.offered import ask_offered, way_offered


@pytest.mark.parametrize(
    ("says", "ask", "way"),
    [
        ("write to me", None, "email"),
        ("Connect with me on LinkedIn", "connect", "linkedin"),
        ("feel free to add me on LinkedIn, happy to connect", "connect", "linkedin"),
        ("write to me on LinkedIn any time", None, "linkedin"),
        ("I'll look at your CV, just email it", "advice", "email"),
        ("send me your résumé", "advice", None),
        ("Call me and we'll have a chat", "meeting", "phone"),
        ("come by for a coffee", "meeting", "in_person"),
        ("let's have a coffee", "meeting", None),
        ("drop me a line", None, "email"),
        ("come to me with any question", "advice", None),
        ("write or call, as you like", "meeting", "email"),
        ("rufen Sie mich an", "meeting", "phone"),
        ("schreiben Sie mir auf LinkedIn", None, "linkedin"),
        ("ich stelle Sie gern unserem Einkauf vor", "introduction", None),
        ("ich schaue mir Ihren Lebenslauf an", "advice", None),
        ("I can introduce you to our head of purchasing", "introduction", None),
        ("I'd be glad to connect you with my old boss", "introduction", None),
        ("I'll pass your CV on to HR", "referral", None),
        ("happy to answer questions by phone", "advice", "phone"),
        ("", None, None),
    ],
)
def test_the_words_of_an_offer_tell_the_ask_and_the_way(
    says: str, ask: str | None, way: str | None
) -> None:
    assert (ask_offered(says), way_offered(says)) == (ask, way)
