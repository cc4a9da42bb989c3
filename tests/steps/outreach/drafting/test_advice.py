"""What a message asks for advice on, read from its text (F38)."""

import pytest

from firststep.steps.outreach.drafting.advice import ADVICE_ON, question_in


@pytest.mark.parametrize("what", ADVICE_ON)
def test_a_question_of_a_draft_is_known_by_its_words_wherever_the_lines_break(what: str) -> None:
    broken = what.replace(" ", "\n", 1).upper()

    text = f"Dear Ann,\nI would like to hear {broken}. Thank you."
    for apostrophe in "'’":
        assert question_in(text.replace("'", apostrophe)).casefold() == what.casefold()


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Dear Ann. How did you begin? Best, Ada", "How did you begin?"),
        ("One? Two! Three?\r\nFour?", "One? Three?"),
        ("Dear Ann,\r\n\r\nWhich team\r\nwould you ring?", "Which team would you ring?"),
        ("> How are you?\nI am well.", ""),
        ("No question at all", ""),
        ("??", ""),
        ("", ""),
    ],
)
def test_in_the_seekers_own_words_the_questions_are_what_was_asked(
    text: str, question: str
) -> None:
    assert question_in(text) == question
