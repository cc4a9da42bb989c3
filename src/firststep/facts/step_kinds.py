"""The kinds of steps, one record each: what the plan, the words and the doors go by.

A new kind is a record here, the rule that tells why it is shown, and where something is written
its wording. Light to import: the list of commands reads it at every start.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from firststep.facts.line_kinds import SentKind

CardKind = Literal[
    "answer", "thank", "prepare", "meet", "prepare_interview", "interview", "thank_interview",
    "write", "nudge", "call", "second_person", "ask_introduction", "find_name", "find_address",
    "find_number", "report_back", "keep_in_touch", "return_favour", "tell_news", "confirm_match",
    "confirm_heard", "follow_up_met", "offer_taken_up", "add_companies", "decide_goal",
    "look_again",
]  # fmt: skip
# Where a step stands in the day: answers and thanks, then meetings, then by what it is worth; then
# names to find, and last more companies.
Place = Literal["reply", "meeting", "worth", "name", "list"]
Turn = Literal["", "first", "again"]
# Under what its wordings stand, in this order.
WordedFor = Literal[
    "A first note", "After you met", "By phone or in person", "A reminder", "An answer", "Thanks",
    "What came of it", "Staying in touch",
]  # fmt: skip


class StepKind(NamedTuple):
    """`verb` stands on a button, `phrase` in a sentence and `title` over the open step, where
    that says more; `typed` are the commands that say it is done."""

    name: CardKind
    minutes: int
    verb: str
    phrase: str
    title: str = ""
    when_late: str = ""  # the phrase once its day is past
    wayless: str = ""  # the phrase where no way to them is known
    typed: tuple[str, ...] = ("firststep sent {ref}",)
    place: Place = "worth"
    touch: Turn = ""  # the first note to somebody, or once more to somebody silent
    sent_as: SentKind | None = None  # how the log calls what is written; None: nothing is written
    spoken: bool = False
    occasion: WordedFor | None = None  # of its wordings; None: there are none
    sent_words: str = "I sent it"
    opens: str = ""  # the button that opens its page
    finds_way: bool = False  # it is about a way to reach somebody
    optional: bool = False  # the seeker may leave it out; thanks, answers and meetings stay
    a_day: int = 0  # so many on one day at most; 0: as many as fit
    once_a_company: bool = False
    of_approach: bool = True  # else there is nobody yet, or nothing to pursue

    def said(self, *, late: bool = False, wayless: bool = False) -> str:
        """The phrase, which is another where its day is past, or no way to them is known."""
        if wayless and self.wayless:
            return self.wayless
        return self.when_late if late and self.when_late else self.phrase

    def seeks_way(self, *, person_id: int | None, channel: str | None) -> bool:
        """Whether with them it is about a way to reach them: none is known (F21, F29)."""
        wayless = person_id is not None and channel is None
        return self.finds_way or bool(wayless and self.wayless)

    @property
    def is_first_note(self) -> bool:
        return self.touch == "first"

    @property
    def is_worded(self) -> bool:
        """Whether there is something to say, in writing or on the phone."""
        return self.sent_as is not None or self.spoken

    @property
    def outside_minutes(self) -> bool:
        """Whether it is done whatever else the day holds: answers, thanks and dated meetings."""
        return self.place in ("reply", "meeting")

    @property
    def is_owed(self) -> bool:
        """Whether it answers what somebody did: it asks for nothing."""
        return self.sent_as in ("answer", "thank", "report_back")


STEP_KINDS: tuple[StepKind, ...] = (
    StepKind(
        "answer", 5, "Answer", "answer {name}",
        place="reply", sent_as="answer", sent_words="I answered",
        occasion="An answer",
    ),
    StepKind(
        "thank", 4, "Thank", "thank {name}",
        place="reply", sent_as="thank", sent_words="I thanked them",
        occasion="Thanks",
    ),
    StepKind(
        "prepare", 15, "Prepare", "prepare to talk with {name}", "Prepare for {name}",
        typed=("firststep brief {ref}", "firststep practise {ref}"), place="meeting",
        opens="Prepare",
    ),
    StepKind(
        "meet", 50, "Meet", "talk with {name}",
        when_late="say how it went with {name}",
        typed=("firststep talked {ref}",), place="meeting", opens="How did it go?",
    ),
    StepKind(
        "prepare_interview", 30, "Prepare", "prepare for your interview at {company}",
        typed=("firststep interview {company_typed}",
               "firststep practise --company {company_typed} --done"),
        place="meeting", of_approach=False, opens="Prepare",
    ),
    StepKind(
        "interview", 60, "Interview", "have your interview at {company}",
        "Your interview at {company}", when_late="say how the interview at {company} went",
        typed=('firststep interview {company_typed} --held --with "Their Name, Title"',),
        place="meeting", of_approach=False, opens="How did it go?",
    ),
    StepKind(
        "thank_interview", 4, "Thank", "say who interviewed you at {company}, to thank them",
        typed=('firststep interview {company_typed} --with "Their Name, Title"',),
        place="reply", of_approach=False, opens="Say who it was",
    ),
    StepKind(
        "write", 12, "Write", "write to {name}", "Write to {name}{about}",
        touch="first", sent_as="write",
        occasion="A first note",
    ),
    StepKind(
        "nudge", 4, "Follow up", "write to {name} once more",
        touch="again", sent_as="nudge", optional=True,
        occasion="A reminder",
    ),
    StepKind(
        "call", 8, "Call", "call {name}", "Call {name}{about}",
        typed=("firststep practise {ref}   (two minutes of it, before you ring)",
               "firststep call {ref} --outcome yes"
               "   (or no, later, talked, voicemail, no_answer)",),
        touch="again", spoken=True, optional=True, opens="Open the call",
        occasion="By phone or in person",
    ),
    StepKind(
        "second_person", 12, "Write", "write to {name}", "Write to {name}{about}",
        touch="first", sent_as="write", optional=True,
        occasion="A first note",
    ),
    StepKind(
        "ask_introduction", 6, "Ask", "ask {name} for an introduction", "Ask {name}{about}",
        touch="first", sent_as="write",
        occasion="A first note",
    ),
    StepKind(
        "find_name", 12, "Find the name", "find the {seat}", "Find the {seat} at {company}",
        typed=('firststep person add "Their Name" --company {company_typed} --title {seat_typed}',
               'firststep seat {company_typed} --is "Their Name"'),
        place="name", optional=True, a_day=3, of_approach=False,
        opens="Write the name down",
    ),
    StepKind(
        "find_address", 5, "Find a way", "find a way to reach {name}",
        typed=("firststep person edit {person_id} --email ADDRESS   (or --linkedin PROFILE)",),
        opens="Write it down", finds_way=True,
    ),
    StepKind(
        "find_number", 5, "Find a number", "find a number to call {name}",
        typed=("firststep company edit {company_typed} --phone NUMBER",
               "firststep person edit {person_id} --phone NUMBER"),
        opens="Write it down", optional=True, once_a_company=True,
    ),
    StepKind(
        "report_back", 6, "Report back", "tell {name} what came of it",
        sent_as="report_back", sent_words="I told them", optional=True,
        occasion="What came of it",
    ),
    StepKind(
        "keep_in_touch", 5, "Stay in touch", "say hello to {name}",
        typed=("firststep log {wrote_typed}",),
        sent_as="write", optional=True, a_day=1, of_approach=False,
        occasion="Staying in touch",
    ),
    StepKind(
        "return_favour", 10, "Give back", "do something for {name} in return",
        typed=('firststep favour {person_id} given "…"',
               "firststep favour {person_id} received --done"),
        optional=True, a_day=1, of_approach=False, opens="Write it down",
    ),
    StepKind(
        "tell_news", 6, "Tell", "tell {name} that you have landed",
        sent_as="report_back", sent_words="I told them", of_approach=False,
        occasion="Staying in touch",
    ),
    StepKind(
        "confirm_match", 2, "Check", "look whether {name} is {company}",
        "Is it the same company: {name}",
        typed=("firststep company confirm {name_typed} {company_typed}   (or --not)",),
        optional=True, a_day=1, of_approach=False,
    ),
    StepKind(
        "confirm_heard", 2, "Look", "say what {name} wrote", "What {name} wrote",
        typed=("firststep heard confirm {heard_id}", "firststep heard dismiss {heard_id}"),
        place="reply", of_approach=False,
    ),
    StepKind(
        "follow_up_met", 8, "Follow up", "write to {name}, whom you met", "Write to {name}{about}",
        touch="first", sent_as="write",
        wayless="find a way to reach {name}, whom you met",
        occasion="After you met",
    ),
    StepKind(
        "offer_taken_up", 8, "Take it up", "take up what {name} offered",
        touch="first", sent_as="write",
        wayless="find a way to reach {name}, who made you an offer",
        occasion="After you met",
    ),
    StepKind(
        "add_companies", 10, "Add", "add more companies",
        typed=("firststep company suggest",), place="list", optional=True, of_approach=False,
    ),
    StepKind(
        "decide_goal", 10, "Decide", "choose what you want to find", of_approach=False,
    ),
    StepKind(
        "look_again", 10, "Look again", "look at your messages before you write more",
        typed=("firststep progress",), optional=True, of_approach=False,
    ),
)  # fmt: skip
STEP_KIND: dict[str, StepKind] = {kind.name: kind for kind in STEP_KINDS}


def steps_that(holds: Callable[[StepKind], object]) -> frozenset[CardKind]:
    """The names of the kinds of which that is true."""
    return frozenset(kind.name for kind in STEP_KINDS if holds(kind))


HAS_HOUR: frozenset[CardKind] = frozenset({"meet", "interview"})  # they stand on their own day
MINUTES: dict[CardKind, int] = {kind.name: kind.minutes for kind in STEP_KINDS}
OPTIONAL: tuple[CardKind, ...] = tuple(kind.name for kind in STEP_KINDS if kind.optional)
FIRST_NOTES = steps_that(lambda kind: kind.is_first_note)
ONCE_MORE = steps_that(lambda kind: kind.touch == "again")  # nudges and calls
OWED = steps_that(lambda kind: kind.is_owed)
# First notes to somebody met, or who offered: due within seven days (M6.1).
FOLLOW_UPS: frozenset[CardKind] = frozenset({"follow_up_met", "offer_taken_up"})
# What is done for somebody's sake: nothing is asked, and no approach is opened.
ASKS_NOTHING: frozenset[CardKind] = frozenset({"keep_in_touch", "return_favour", "tell_news"})
UNOPENED = steps_that(lambda kind: not kind.of_approach)
OUTSIDE_MINUTES = steps_that(lambda kind: kind.outside_minutes)
