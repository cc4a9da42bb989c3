"""The spacings, caps and minutes of the rhythm. The default is docs/method.md's.

`LIMITS` are floors, not defaults: a setting may be stricter than they are, never looser
(docs/method.md, the ethical lines E1-E5).
"""

from dataclasses import dataclass, field, fields
from typing import Literal, NamedTuple

from firststep.facts.step_kinds import MINUTES, CardKind

USUAL_MINUTES = 45  # a day, unless the seeker says otherwise
# Put off, finding a name rests so many working days unless another day is given (F7).
NAME_RESTS_DAYS = 5

# Whether the method's "10% of 100" (M5.4) is the yes to one note or to note, nudge and call
# together: the source does not say, and every forecast turns on it (evidence a2).
TenPercent = Literal["protocol", "one_note"]
TEN_PERCENT_WORDS = "the method's 10 in 100 agree to one_note, or to the whole protocol"


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """Working days unless the name says otherwise. Sources: METHOD M5-M6, evidence C1-C13."""

    name: str = "default"
    nudge_known_days: int = 3
    close_known_days: int = 3
    call_manager_days: int = 3
    nudge_manager_days: int = 7
    nudge_after_call_days: int = 2
    nudge_without_number_days: int = 3
    close_manager_days: int = 5
    nudge_answered_days: int = 3
    close_answered_days: int = 5
    call_undated_days: int = 5
    remind_promise_days: int = 5
    later_calendar_days: int = 30
    out_of_office_days: int = 5
    rings: int = 2
    step_lapses_days: int = 5
    owed_lapses_days: int = 10
    invitation_days: int = 10
    met_lapses_calendar_days: int = 7
    report_from_days: int = 10
    report_due_days: int = 20
    meeting_waits_days: int = 5
    first_note_grace_days: int = 2
    pause_days: int = 5
    silent_days: int = 3
    live_threads: int = 2
    known_first: int = 3
    awaiting: int = 15
    strangers_a_week: int = 8
    revisit_calendar_days: int = 90
    introducer_rest_days: int = 2
    introductions_apart_calendar_days: int = 14
    warm_notes: int = 3
    enough_targets: int = 40
    enough_people: int = 100
    companies_every_days: int = 3
    look_again_percent: int = 3
    look_again_after: int = 40
    look_again_days: int = 10
    exploring_talks: int = 5
    exploring_calendar_days: int = 21
    cards: int = 8
    minutes: dict[CardKind, int] = field(default_factory=lambda: dict(MINUTES))
    write_known_minutes: int = 6
    write_met_minutes: int = 8
    left_out: frozenset[CardKind] = frozenset()
    ten_percent_is: TenPercent = "protocol"

    def for_minutes(self, most: int, minutes: int) -> int:
        """How many of what a usual day has at most a longer one takes: more minutes, more (F30)."""
        return most * max(USUAL_MINUTES, minutes) // USUAL_MINUTES

    def runs(self, kind: CardKind) -> bool:
        """Whether steps of that kind are shown at all."""
        return kind not in self.left_out


class Limit(NamedTuple):
    """The least and the most a setting may be, and in words what the number means."""

    least: int
    most: int
    words: str


NUMBERS: tuple[str, ...] = tuple(one.name for one in fields(Playbook) if one.type in (int, "int"))
# What a seeker may change; all else is the rhythm itself.
LIMITS: dict[str, Limit] = {
    "nudge_known_days": Limit(2, 20, "working days of silence before a known person is nudged"),
    "call_manager_days": Limit(2, 20, "working days before a manager with a number is called"),
    "nudge_manager_days": Limit(4, 30, "working days before that manager is nudged"),
    "nudge_without_number_days": Limit(2, 20, "working days before other managers are nudged"),
    "later_calendar_days": Limit(14, 365, "calendar days until a 'later' without a day returns"),
    "silent_days": Limit(2, 20, "working days of silence before a second person is written to"),
    "awaiting": Limit(1, 30, "threads awaiting an answer at once"),
    "strangers_a_week": Limit(0, 8, "strangers written to in one week"),
    "cards": Limit(1, 8, "cards a day"),
    "write_known_minutes": Limit(1, 60, "minutes for a note to somebody known"),
}

DEFAULT = Playbook()
# Dalton's 3B7: another person there after three days, the first one written to again at seven, no
# call (evidence C5; practice, no trial).
TWO_HOUR = Playbook(
    name="two-hour",
    nudge_known_days=7,
    nudge_manager_days=7,
    nudge_without_number_days=7,
    left_out=frozenset({"call"}),
)
PLAYBOOKS: dict[str, Playbook] = {book.name: book for book in (DEFAULT, TWO_HOUR)}
