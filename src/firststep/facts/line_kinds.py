"""The kinds of lines in a thread's log, one record each: who spoke, and what follows from it."""

from collections.abc import Callable
from typing import Literal, NamedTuple, get_args

LogKind = Literal[
    "write", "nudge", "thank", "answer", "report_back", "voicemail", "no_answer", "talked", "met",
    "yes", "no", "later", "question", "helped", "refers", "out_of_office", "bounced",
    "dated", "cancelled", "held", "asked", "invite", "accepted", "offered",
    "practised",
]  # fmt: skip
SentKind = Literal["write", "nudge", "thank", "answer", "report_back", "invite"]
ReplyKind = Literal[
    "yes", "no", "later", "question", "helped", "refers", "accepted", "out_of_office", "bounced",
]  # fmt: skip
CallOutcome = Literal["talked", "voicemail", "no_answer", "yes", "no", "later"]


class LineKind(NamedTuple):
    """One kind of line; `words` follow "you" or "they" in small letters."""

    name: LogKind
    words: str
    sent: bool = False  # written by the seeker
    out: bool = False  # it reached somebody: a touch out
    asks: bool = False  # it asks for something, and may stay without an answer
    rings: bool = False  # an attempt to call
    answer: bool = False  # somebody spoke for themselves, to the note or the call
    settles: bool = False  # a yes or a no, whatever was asked (F18)
    gave: bool = False  # it brought something: a talk, help, a name
    owes: Literal["", "thanks", "answer", "either"] = ""  # what the seeker owes for it

    @property
    def heard(self) -> bool:
        """Whether somebody has been heard from: they answered, or talked."""
        return self.answer or self.name in ("talked", "held")


LINE_KINDS: tuple[LineKind, ...] = (
    LineKind("write", "you wrote", sent=True, out=True, asks=True),
    LineKind("nudge", "you wrote once more", sent=True, out=True, asks=True),
    LineKind("thank", "you thanked them", sent=True, out=True),
    LineKind("answer", "you answered", sent=True, out=True),
    LineKind("report_back", "you told them what came of it", sent=True, out=True),
    LineKind("voicemail", "you left a message", out=True, asks=True, rings=True),
    LineKind("no_answer", "you called, no answer", rings=True),
    LineKind("talked", "you talked on the phone", out=True, rings=True, owes="answer"),
    LineKind("met", "you met", out=True),
    LineKind(
        "yes", "they said yes", answer=True, settles=True, owes="either"
    ),
    LineKind("no", "they said no: one nearer the number", answer=True, settles=True,
             owes="thanks"),
    LineKind("later", "they said not now", answer=True, owes="thanks"),
    LineKind("question", "they asked something", answer=True, owes="answer"),
    LineKind("helped", "they helped", answer=True, settles=True, gave=True,
             owes="thanks"),
    LineKind("refers", "they named somebody", answer=True, settles=True, gave=True,
             owes="thanks"),
    LineKind("out_of_office", "out of office"),
    LineKind("bounced", "the message came back"),
    LineKind("dated", "you agreed on a day", settles=True),
    LineKind("cancelled", "the conversation was put off"),
    LineKind("held", "you talked", out=True, gave=True, owes="thanks"),
    LineKind("invite", "you invited them to connect", sent=True),
    LineKind("accepted", "they accepted your invitation"),
    LineKind("practised", "you practised for it"),
    LineKind("offered", "they made you an offer"),
    LineKind("asked", "you ask for something else since"),
)  # fmt: skip
LINE_KIND: dict[str, LineKind] = {kind.name: kind for kind in LINE_KINDS}


def lines_that(holds: Callable[[LineKind], object]) -> frozenset[LogKind]:
    """The names of the kinds of which that is true."""
    return frozenset(kind.name for kind in LINE_KINDS if holds(kind))


SENT_KINDS: tuple[SentKind, ...] = get_args(SentKind)
REPLIES: tuple[ReplyKind, ...] = get_args(ReplyKind)
CALL_OUTCOMES: tuple[CallOutcome, ...] = get_args(CallOutcome)
CAME_IN: frozenset[str] = frozenset(REPLIES)
OUT = lines_that(lambda kind: kind.out)
REQUESTS = lines_that(lambda kind: kind.asks)
NOTES = lines_that(lambda kind: kind.asks and kind.sent)
RINGS = lines_that(lambda kind: kind.rings)
ANSWERS = lines_that(lambda kind: kind.answer)
SPOKE = ANSWERS | {"talked"}  # an answer in writing, or on the phone
HEARD = lines_that(lambda kind: kind.heard)
NEWS = HEARD | {
    "met",
    "dated",
    "accepted",
}  # from whomever it comes, they are neither away nor silent
SETTLING = lines_that(lambda kind: kind.settles)
GAVE = lines_that(lambda kind: kind.gave)
# What came in that is answered in words of one's own: a question, a talk on the phone.
OWES_AN_ANSWER = lines_that(lambda kind: kind.owes == "answer")
OWES_THANKS = lines_that(lambda kind: kind.owes in ("thanks", "either"))
# What follows up with somebody met (M6.1): to have met once more is none; an invitation to connect
# is one, and so is a talk that was arranged, whoever wrote.
FOLLOWS_UP = OUT - {"met"} | {"dated", "invite"}
