"""The spacings, caps and minutes of the rhythm. The default is docs/method.md's."""

from dataclasses import dataclass, field

from firststep.facts.kinds import CardKind

MINUTES: dict[CardKind, int] = {
    "answer": 5, "thank": 4, "prepare": 15, "meet": 50, "write": 12, "nudge": 4, "call": 8,
    "second_person": 12, "ask_introduction": 6, "find_name": 12, "find_address": 5,
    "confirm_match": 2, "report_back": 6, "keep_in_touch": 5, "follow_up_met": 8,
    "add_companies": 10, "decide_goal": 10, "look_again": 10,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """Working days unless the name says otherwise. Sources: METHOD M5-M6, EVIDENCE C1-C13."""

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
    met_lapses_calendar_days: int = 7
    named_late_days: int = 2
    report_from_days: int = 10
    report_due_days: int = 20
    meeting_waits_days: int = 5
    pause_days: int = 5
    silent_days: int = 3
    live_threads: int = 2
    known_first: int = 3
    awaiting: int = 15
    strangers_a_week: int = 8
    revisit_calendar_days: int = 90
    cards: int = 8
    minutes: dict[CardKind, int] = field(default_factory=lambda: dict(MINUTES))
    write_known_minutes: int = 6
    write_met_minutes: int = 8


DEFAULT = Playbook()
