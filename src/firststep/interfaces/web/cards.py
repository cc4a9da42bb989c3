"""A card of the plan as a page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from firststep.errors import CannotDo
from firststep.facts.calendar import WorkCalendar
from firststep.facts.channels import FACE_TO_FACE
from firststep.facts.playbook import NAME_RESTS_DAYS
from firststep.facts.said import say, to_say
from firststep.facts.step_kinds import STEP_KIND
from firststep.interfaces.answers.day import StepOfTheDay
from firststep.interfaces.answers.letters import letter_at
from firststep.interfaces.links import search_links, tel, web_search
from firststep.interfaces.web.papers import Letter, letter
from firststep.interfaces.web.step_words import Reply, replies
from firststep.interfaces.web.step_words import title as step_title
from firststep.plan.shown import Shown
from firststep.plan.step_at import step_at

PAGES = {
    "add_companies": ("/companies/", to_say("Add companies")),
    "decide_goal": ("/goal", to_say("Choose your goal")),
    "look_again": ("/progress", to_say("Look at how it goes")),
    "confirm_match": ("/companies/check", to_say("Look at both names")),
    "prepare_interview": ("/companies/{company}/interview", to_say("Prepare")),
    "interview": ("/companies/{company}/interview", to_say("How did it go?")),
    "thank_interview": ("/companies/{company}/interview", to_say("Say who it was")),
    "confirm_heard": ("/heard", to_say("Look at it")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step in a row: verb, who and why, minutes."""

    ref: str
    link: str
    verb: str
    who: str
    sub: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The one step that stands open."""

    card: StepOfTheDay
    verb: str
    title: str
    place: tuple[str, ...]
    letter: Letter | None
    link: str
    main: tuple[str, str]  # words and address of the one main action
    searches: tuple[tuple[str, str], ...]
    replies: tuple[Reply, ...]
    later: tuple[tuple[str, date], ...]
    may_rest: bool  # a person or a post can rest until a day; a list or a goal cannot


def step_line(card: StepOfTheDay) -> StepLine:
    """A step as one line."""
    who = card.name or card.seat or step_title(card)
    company = "" if card.company in card.why else card.company
    sub = " · ".join(part for part in (company, card.why) if part)
    return StepLine(
        ref=card.ref,
        link=step_link(card),
        verb=say(STEP_KIND[card.kind].verb),
        who=who,
        sub=sub,
        minutes=card.minutes,
    )


def sheet(shown: Shown, card: StepOfTheDay) -> Sheet:
    """A step with everything one needs to take it."""
    snapshot, on, text = shown.snapshot, shown.plan.on, _letter(shown, card)
    return Sheet(
        card=card,
        verb=say(STEP_KIND[card.kind].verb),
        title=step_title(card),
        place=tuple(part for part in (card.company, card.seat) if part),
        letter=text,
        link=step_link(card),
        main=_main(card, text),
        searches=_named(card.search_links),
        replies=replies(card),
        later=later_days(snapshot.calendar, on, finding=card.kind == "find_name"),
        may_rest=card.kind not in PAGES and bool(card.person_id or card.ref.startswith("s")),
    )


def step_link(card: StepOfTheDay) -> str:
    """Where a step is worked on."""
    if card.heard_id:
        return f"/heard/{card.heard_id}"
    room = PAGES.get(card.kind)
    return room[0].format(company=card.company_id) if room else f"/touch/{card.ref}"


def searches(company: str, title: str) -> tuple[tuple[str, str], ...]:
    """Where to look for whoever holds a post: links the person opens."""
    return _named(search_links(company, title))


def _named(links: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        zip((say("Search people on LinkedIn"), say("Search the web")), links, strict=False)
    )


def number_searches(company: str) -> tuple[tuple[str, str], ...]:
    """Where to look for a company's switchboard."""
    return ((say("Search the web"), web_search(company, say("phone"))),)


def later_days(
    calendar: WorkCalendar, on: date, *, finding: bool = False
) -> tuple[tuple[str, date], ...]:
    """The days one is likely to mean by "later". `finding`: where it is a name that is to be
    found, the rest of five working days comes first (F7)."""
    if finding:
        return (
            (say("In five working days"), calendar.after(on, NAME_RESTS_DAYS)),
            (say("Tomorrow"), on + timedelta(days=1)),
            (say("In a month"), on + timedelta(days=30)),
        )
    return (
        (say("Tomorrow"), on + timedelta(days=1)),
        (say("In three working days"), calendar.after(on, 3)),
        (say("In a week"), on + timedelta(days=7)),
        (say("In a month"), on + timedelta(days=30)),
    )


def _letter(shown: Shown, card: StepOfTheDay) -> Letter | None:
    """Its message, as it was kept or drafted; None where there is nothing to write."""
    if not STEP_KIND[card.kind].is_worded:
        return None
    try:
        return letter(letter_at(step_at(shown.board, shown.plan, card.ref)).draft)
    except CannotDo:
        return None


def _main(card: StepOfTheDay, text: Letter | None) -> tuple[str, str]:
    if card.kind == "call" and card.number:
        return (card.number, tel(card.number))
    if card.kind in PAGES:
        return (say(PAGES[card.kind][1]), step_link(card))
    link = step_link(card)
    if card.kind == "prepare":  # else one would press "Prepare" on the next page again
        return (_opens(card), f"{link}/prepare")
    return (_opens_text(card, text), link)


def _opens_text(card: StepOfTheDay, text: Letter | None) -> str:
    if text and card.channel == FACE_TO_FACE:
        return say("What to say there")
    if text and text.blanks:
        return say("Finish the message")
    return _opens(card) or (say("Open the message") if text else say("Open"))


def _opens(card: StepOfTheDay) -> str:
    return say(STEP_KIND["find_address" if card.finds_way else card.kind].opens)
