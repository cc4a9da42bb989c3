"""One step, one letter: whatever door asks for it, and what is recorded is what it said."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from html import unescape
from typing import Any, NamedTuple

import pytest
from django.conf import LazySettings
from django.db import transaction

from firststep.errors import CannotDo
from firststep.facts.snapshot import SnoozeFacts
from firststep.interfaces import demo
from firststep.interfaces.answers.letters import draft
from firststep.journal.actions import Stamp
from firststep.plan.board import Board
from firststep.plan.playbook.file import read_playbook
from firststep.plan.shown import forget_plans, plan_on, step_on
from firststep.snapshot.draft_facts import draft_facts
from firststep.snapshot.load import load, load_person
from firststep.steps.approach.models import Approach
from firststep.steps.followup.models import Snooze
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.drafting.draft import draft as written
from firststep.steps.outreach.models import Touch
from firststep.steps.outreach.wordings.wording import all_wordings
from firststep.steps.people.models import Person, Seat
from firststep.verbs.thread import record_call, record_sent
from tests.cast import MONDAY, a_target
from tests.interfaces.web.reading import Page, Reader
from tests.journeys.other_season import OtherSeason
from tests.journeys.season import Season

pytestmark = pytest.mark.django_db
BLANK = re.compile(r"\[[^\[\]\n]+\]")
# What a wording's kind is recorded as (F16).
RECORDED = {
    "write": "write", "second_person": "write", "ask_introduction": "write",
    "follow_up_met": "write", "keep_in_touch": "write", "ask_again": "write", "nudge": "nudge",
    "nudge_anew": "nudge", "thank": "thank", "answer": "answer", "report_back": "report_back",
    "call": "voicemail", "first_call": "voicemail",
}  # fmt: skip


class Letter(NamedTuple):
    """What a door gives to be said."""

    subject: str
    text: str
    channel: str
    blanks: tuple[str, ...]


@pytest.fixture
def reader(settings: LazySettings, tmp_path: Any) -> Reader:
    from firststep.interfaces.web.letting_in import new_session

    settings.DATA = tmp_path
    reader = Reader()
    reader.client.cookies["firststep-8765"] = new_session()
    return reader


# -- the two doors ---------------------------------------------------------------------------


def at_the_terminal(campaign: Campaign, ref: str, on: date) -> tuple[Letter | None, str]:
    """The letter and the name of its wording."""
    try:
        told = draft(campaign, stamp=Stamp(on=on), ref=ref)
    except CannotDo:
        return None, ""
    blanks = tuple(BLANK.findall(told.body))
    return Letter(told.subject, told.body, told.channel, blanks), told.wording


def at_the_site(page: Page, ref: str) -> Letter | None:
    """The letter in the form of the page, or what is to be said on the phone."""
    for form in page.forms(f"/touch/{ref}/sent"):
        text = form.fields["text"].removeprefix("\n")
        marked = page.text.partition("Fill in what stands in brackets:")[2].partition("</p>")[0]
        blanks = tuple(f"[{_bare(one)}]" for one in re.findall("<mark>(.*?)</mark>", marked))
        return Letter(form.fields.get("subject", ""), text, form.fields["channel"], blanks)
    said = re.search('<div class="said">(.*?)</div>', page.text, re.DOTALL)
    if said is None:
        return None
    marked = re.sub("<mark>(.*?)</mark>", r"[\1]", said[1])
    paragraphs = re.findall("<p>(.*?)</p>", marked, re.DOTALL)
    text = "\n\n".join(map(_bare, paragraphs))
    return Letter("", text, "phone", tuple(BLANK.findall(text)))


def _bare(markup: str) -> str:
    return unescape(re.sub("<[^>]+>", "", markup)).strip()


# -- what the plan says, worked out apart from either door -----------------------------------


class Own:
    """The plan of a day laid out from the rows, with the seeker's own rhythm and snoozes."""

    def __init__(self, campaign: Campaign, on: date) -> None:
        campaign.refresh_from_db()
        self.campaign, self.on = campaign, on
        self.book = read_playbook(campaign.playbook)
        rows = Snooze.objects.filter(campaign=campaign).order_by("id")
        fields = ("person_id", "seat_id", "made_on", "until")
        self.board = Board(
            load(campaign, today=on),
            on,
            self.book,
            [SnoozeFacts(**row) for row in rows.values(*fields)],
        ).lay_out()

    def letter(self, ref: str) -> tuple[str, str, str]:
        """The ask, the subject and the text of the step at a reference."""
        at = step_on(self.campaign, ref, self.on)
        snapshot = self.board.snapshot
        person = at.card.person_id
        if person is not None and person not in snapshot.people:
            snapshot = load_person(self.campaign, snapshot, person, today=self.on)
        ask = self._ask(snapshot.people[person or 0], at.card.approach_id)
        card = at.card._replace(ask="connect" if at.card.kind == "keep_in_touch" else ask)
        text = written(draft_facts(snapshot, card, on=self.on, book=self.book))
        return ask, text.subject, text.body

    def _ask(self, person: Any, approach_id: int | None) -> Any:
        if approach_id is not None:
            return Approach.objects.get(pk=approach_id).ask
        return self.board.proposal(person).ask


def references(campaign: Campaign, on: date, *, others: int = 12) -> Iterator[str]:
    """Every approach, every seat, all whom the campaign touches, and some of the address book."""
    yield from map(str, Approach.objects.filter(campaign=campaign).values_list("pk", flat=True))
    yield from (
        f"s{pk}" for pk in Seat.objects.filter(campaign=campaign).values_list("pk", flat=True)
    )
    touched = plan_on(campaign, on).snapshot.people
    yield from (f"p{key}" for key in sorted(touched))
    rest = Person.objects.filter(campaign=campaign).exclude(pk__in=touched).order_by("id")
    yield from (f"p{key}" for key in rest.values_list("pk", flat=True)[:others])


@contextmanager
def taken_back() -> Iterator[None]:
    """What is recorded inside never was."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    forget_plans()


def one_letter_each(campaign: Campaign, reader: Reader, refs: Iterable[str], on: date) -> int:
    """Both doors give one letter for each of them, the one the plan asks for, and what is recorded
    is what it said. Answers how many letters there were."""
    own, letters = Own(campaign, on), 0
    for ref in refs:
        told, wording = at_the_terminal(campaign, ref, on)
        assert at_the_site(reader.open(f"/touch/{ref}"), ref) == told, (ref, on)
        if told is None:
            continue
        letters += 1
        ask, subject, text = own.letter(ref)
        assert (told.subject, told.text) == (subject, text), (ref, on)
        with taken_back():
            touch = recorded(campaign, ref, on)
            assert touch.channel == told.channel, (ref, on)
            assert touch.kind in said_as(wording), (ref, on, wording, touch.kind)
            assert touch.approach is None or touch.approach.ask == ask, (ref, on)
            keeps = wording.startswith("keep-in-touch")
            assert (touch.approach is None) == keeps, (ref, on, wording)
    return letters


def recorded(campaign: Campaign, ref: str, on: date) -> Touch:
    """What "I sent it", or a call that reached the voicemail, writes down."""
    if step_on(campaign, ref, on).card.kind == "call":
        done = record_call(campaign, stamp=Stamp(on=on), ref=ref, outcome="voicemail")
    else:
        done = record_sent(campaign, stamp=Stamp(on=on), ref=ref)
    return Touch.objects.select_related("approach").get(pk=done.touch_id)


def said_as(wording: str) -> set[str]:
    """As what a letter of that wording is recorded."""
    kinds = next(one.fits["kinds"] for one in all_wordings() if one.name == wording)
    return {RECORDED[kind] for kind in kinds}


# -- who is asked ----------------------------------------------------------------------------


def test_a_manager_known_elsewhere_is_asked_for_a_meeting_at_both_doors_and_in_the_log(
    ada: Campaign, reader: Reader, settings: LazySettings
) -> None:
    settings.TODAY = MONDAY
    a_target(ada, "Acme")
    line = (
        'person add "Gil Manager" --company "Elsewhere Ltd" --title "Head of Purchasing" --email '
        'gil@elsewhere.example --tie dormant --how "we met at a fair"'
    )
    gil = Person.objects.get(pk=demo.play(ada, line, MONDAY).person_id)

    told, _ = at_the_terminal(ada, f"p{gil.pk}", MONDAY)
    page = reader.open(f"/touch/p{gil.pk}")
    reader.send(page, f"/touch/p{gil.pk}/sent")

    assert told is not None and told == at_the_site(page, f"p{gil.pk}")
    assert "15 minutes" in told.text
    assert gil.approaches.get().ask == "meeting"
    assert gil.touches.get().channel == told.channel == "email"


@pytest.mark.slow
def test_every_reference_of_another_season_gives_one_letter_at_every_door(
    db: None, reader: Reader, settings: LazySettings
) -> None:
    letters: list[int] = []

    def look(day: date) -> None:
        if (day - MONDAY).days in (0, 3, 4, 8, 11, 14, 18, 25):
            settings.TODAY = day
            refs = references(season.campaign, day)
            letters.append(one_letter_each(season.campaign, reader, refs, day))

    season = OtherSeason(after_day=look)
    season.play()

    assert len(letters) == 8
    assert min(letters) >= 8, letters


class Asked(Season):
    """The demonstration's season; on some of its days every reference is asked."""

    def __init__(self, reader: Reader, settings: LazySettings) -> None:
        super().__init__()
        self.reader, self.settings = reader, settings
        self.letters: list[int] = []

    def _live(self, day: date) -> None:
        if day > LAST_LOOK:
            return
        super()._live(day)
        if day in LOOKS:
            self.settings.TODAY = day
            refs = references(self.campaign, day)
            self.letters.append(one_letter_each(self.campaign, self.reader, refs, day))

    def _look_back(self, sunday: date) -> None:
        """Nothing to tell."""


LOOKS = {date(2026, 11, 23), date(2026, 12, 2), date(2026, 12, 16)}
LAST_LOOK = max(LOOKS)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_every_reference_of_the_demonstration_gives_one_letter_at_every_door(
    reader: Reader, settings: LazySettings
) -> None:
    season = Asked(reader, settings)

    season.play()

    assert len(season.letters) == len(LOOKS)
    assert min(season.letters) >= 30, season.letters
