"""What several people at one company are asked for advice on, and which of it a text asks. Pure."""

import re

from firststep.facts.text import fold

# Asked one after the other, so that the answers add up (F38).
ADVICE_ON = (
    "how people get hired where you work", "what I should know before I apply where you work",
    "what makes an application stand out where you work", "who decides when somebody is taken on",
    "what you'd do in my place",
)  # fmt: skip
_WHERE = " where you work"  # said as `at Acme`, or `there` once it is named
# Which of them are one fact, said in a line; the others take a talk.
_IN_A_LINE = frozenset({2, 3})
_QUOTED = re.compile(r"(?m)^\s*>.*$")
_PARAGRAPH = re.compile(r"\n\s*\n")
_QUESTION = re.compile(r"[^.?!]*[^.?!\s][^.?!]*\?")
_MOST = 2  # questions of one letter; a person asks one


def asked_in_a_line(question_no: int) -> bool:
    """Whether the question somebody gets is answered in a line, so that no talk is asked for."""
    return question_no % len(ADVICE_ON) in _IN_A_LINE


def asked_of(question_no: int, *, there: str) -> str:
    """The question somebody gets, of the company they work at: `at Acme`, `there`; as it stands
    where that is not known."""
    asked = ADVICE_ON[question_no % len(ADVICE_ON)]
    return asked.replace(_WHERE, f" {there}") if there else asked


def question_in(text: str) -> str:
    """What a message asks for advice on: one of the questions above where it stands in it, else
    the sentences that end in a question mark; "" where it asks nothing."""
    own = _QUOTED.sub("", text)
    folded = fold(own.replace("’", "'"))
    if known := next((one for one in ADVICE_ON if fold(one.split(_WHERE)[0]) in folded), ""):
        return f"{known[0].upper()}{known[1:]}"
    paragraphs = [" ".join(part.split()) for part in _PARAGRAPH.split(own)]
    asked = [one.strip() for part in paragraphs for one in _QUESTION.findall(part)]
    return " ".join(asked[:_MOST])
