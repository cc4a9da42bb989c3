"""The rehearsal: cue cards, what they may say, and what one replied the last time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypedDict, Unpack, cast

from firststep.errors import CannotDo
from firststep.facts.snapshot import PersonFacts, Snapshot
from firststep.facts.text import whole_number
from firststep.habits.practice.brief import NOTHING_TO_SAY
from firststep.habits.practice.interview import at_an_interview
from firststep.habits.practice.lines import spoken_to, spoken_to_strangers
from firststep.habits.practice.rehearsal import (
    PRACTISED_FOR,
    LikelyAnswer,
    Occasion,
    cue_cards,
    interview_cards,
    likely_answers,
)
from firststep.interfaces.answers.brief import brief_of
from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on, step_on
from firststep.plan.step_at import StepAt
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.goal.typed import one_of
from firststep.steps.outreach.models import Touch
from firststep.steps.outreach.wordings.languages import Variety
from firststep.steps.people.finding.finding import find_company
from firststep.steps.people.finding.references import reference_of
from firststep.verbs.habits.practice import last_practice, own_replies, record_practice
from firststep.verbs.targets.target import a_target
from firststep.verbs.thread.keeping import signed_by_given


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBeSaid:
    """What they may say, what one could say back, and what one replied the last time: one's own
    words are better."""

    they_say: str
    you_might: tuple[str, ...]
    you_said: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeShown:
    """Cue cards, and what they may say, mixed by `seed`. `person` is null where one practises for
    an interview (`company`) or to say who one is. `since` counts what they said or did since the
    last time."""

    ref: str | None
    person: str | None
    company: str | None
    occasion: Occasion
    seed: int
    cards: tuple[str, ...]
    answers: tuple[MayBeSaid, ...]
    noted: str | None
    practised_on: date | None
    since: int


class PractiseSaid(TypedDict, total=False):
    """For the interview at which company, or for which occasion, in which order; and once it is
    done with a note and with replies ("2: I'd rather write") for the next time."""

    company: str
    occasion: str | None
    seed: int | None
    done: bool
    note: str
    replies: Sequence[str]


def practise(
    campaign: Campaign, *, stamp: Stamp, ref: str = "", **said: Unpack[PractiseSaid]
) -> PracticeShown:
    """Cue cards and likely answers for a talk, a call, an interview, or for saying who one is;
    written down where it is `done`. Raises CannotDo for a reply to nothing that was said."""
    whom = _whom(campaign, stamp.on, ref, said)
    seed = said.get("seed")
    seed = stamp.on.toordinal() + whom.key if seed is None else seed
    likely = likely_answers(
        whom.occasion, department=whom.department, seed=seed, variety=whom.variety
    )
    cards = _cards(whom, stamp.on)
    if said.get("done"):
        record_practice(
            campaign,
            stamp=stamp,
            ref=ref,
            occasion=whom.occasion,
            company=str(whom.house.pk) if whom.house else "",
            text=said.get("note", ""),
            replies=_replied(likely, said.get("replies", ())),
        )
    return PracticeShown(
        ref=whom.at.ref if whom.at else None,
        person=whom.person.name if whom.person else None,
        company=whom.house.name if whom.house else None,
        occasion=whom.occasion,
        seed=seed,
        cards=cards,
        answers=_answers(likely, own_replies(campaign, whom.occasion, on=stamp.on)),
        **_last_time(campaign, whom, stamp.on),
    )


class _Whom(NamedTuple):
    """For whom one practises, and on which occasion."""

    at: StepAt | None
    house: Company | None
    occasion: Occasion
    snapshot: Snapshot

    @property
    def person(self) -> PersonFacts | None:
        return self.at.person if self.at else None

    @property
    def variety(self) -> Variety:
        """How one talks with them: as in a letter."""
        if self.at is None or self.person is None:
            return spoken_to_strangers(self.snapshot)
        return spoken_to(self.snapshot, self.person, signed_given=signed_by_given(self.at))

    @property
    def key(self) -> int:
        return self.person.id if self.person else self.house.pk if self.house else 0

    @property
    def department(self) -> str:
        return self.snapshot.goal.department if self.snapshot.goal else ""


def _whom(campaign: Campaign, on: date, ref: str, said: PractiseSaid) -> _Whom:
    at = step_on(campaign, reference_of(campaign, ref), on) if ref else None
    company = said.get("company")
    house = a_target(find_company(campaign, company)) if company else None
    occasion = _occasion(at, house, said.get("occasion"))
    return _Whom(at, house, occasion, plan_on(campaign, on).snapshot)


def _last_time(campaign: Campaign, whom: _Whom, on: date) -> dict[str, Any]:
    """What was noted the last time, when that was, and what came in since."""
    house = whom.house.pk if whom.house else None
    person = whom.person.id if whom.person else 0
    before = last_practice(campaign, person, on=on, company_id=house)
    if before is None:
        return {"noted": None, "practised_on": None, "since": 0}
    rows = Touch.objects.filter(campaign=campaign, person=person, inbound=True)
    since = rows.filter(on__gt=before.on, on__lte=on).count()
    return {"noted": before.note, "practised_on": before.on, "since": since}


def _answers(likely: Sequence[LikelyAnswer], own: dict[str, str]) -> tuple[MayBeSaid, ...]:
    return tuple(
        MayBeSaid(they_say=one.they_say, you_might=one.you_might, you_said=own.get(one.they_say))
        for one in likely
    )


def _cards(whom: _Whom, on: date) -> tuple[str, ...]:
    if whom.occasion == "interview":
        return interview_cards(at_an_interview(whom.snapshot, whom.key if whom.house else 0))
    goal = whom.snapshot.goal
    return cue_cards(
        brief_of(whom.at, on) if whom.at else NOTHING_TO_SAY,
        whom.occasion,
        name=whom.person.name if whom.person else "",
        role=goal.role if goal else "",
    )


def _replied(likely: Sequence[LikelyAnswer], said: Sequence[str]) -> dict[str, str]:
    """One's own replies by what they answer, each typed with its number."""
    found: dict[str, str] = {}
    for text in said:
        number, _, own = text.partition(":")
        place = whole_number(number.strip())
        if place is None or not 1 <= place <= len(likely):
            raise CannotDo(
                'Give a reply with the number of what it answers, such as "2: {text}".',
                text=text.strip(),
                kind="bad_input",
            )
        found[likely[place - 1].they_say] = own
    return found


def _occasion(at: StepAt | None, house: Company | None, said: str | None) -> Occasion:
    if said:
        return cast(Occasion, one_of(said, PRACTISED_FOR, called="something to practise for"))
    if house is not None:
        return "interview"
    if at is None:
        return "who"
    return "call" if at.card.kind == "call" else "talk"
