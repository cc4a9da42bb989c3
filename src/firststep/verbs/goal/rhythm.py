"""What the seeker tells the plan: the playbook, days away, whom to stay in touch with."""

from datetime import date, timedelta
from typing import cast

from firststep.errors import CannotDo
from firststep.facts.kinds import KEEP_EVERY, KeepEvery
from firststep.facts.playbook import Playbook
from firststep.facts.said import say, say_day
from firststep.journal.actions import Stamp, recording
from firststep.journal.turns import in_turn
from firststep.plan.playbook.file import changed, named_playbook, read_playbook, write_playbook
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.finding import find_person
from firststep.steps.people.models import Person

LONGEST_AWAY_DAYS = 366


@in_turn
def set_playbook(campaign: Campaign, *, stamp: Stamp, key: str, value: str) -> Playbook:
    """Changes one setting of the playbook; a wrong key or value is refused naming it."""
    book = changed(read_playbook(campaign.playbook), key.strip(), value)
    _keep_playbook(
        campaign,
        stamp,
        book,
        say("You set {key} to {value}.", key=key.strip(), value=value.strip()),
    )
    return book


@in_turn
def use_playbook(campaign: Campaign, *, stamp: Stamp, name: str) -> Playbook:
    """Starts from another playbook; what was changed before is left behind."""
    book = named_playbook(name.strip())
    _keep_playbook(campaign, stamp, book, say("You took the playbook {name}.", name=book.name))
    return book


@in_turn
def reset_playbook(campaign: Campaign, *, stamp: Stamp) -> Playbook:
    """Back to the default rhythm."""
    book = named_playbook("default")
    _keep_playbook(campaign, stamp, book, say("You went back to the default playbook."))
    return book


@in_turn
def load_playbook(campaign: Campaign, *, stamp: Stamp, text: str) -> Playbook:
    """Takes a whole TOML text; nothing of it is kept when any of it is wrong."""
    if not text.strip():
        raise CannotDo(
            "There is no text to take. Back to the default is a reset.",
            kind="bad_input",
            typed="firststep playbook reset",
        )
    book = read_playbook(text, kept=False)
    _keep_playbook(campaign, stamp, book, say("You changed the playbook."))
    return book


def _keep_playbook(campaign: Campaign, stamp: Stamp, book: Playbook, words: str) -> None:
    with recording(campaign, stamp, verb="playbook", words=words, about="playbook") as change:
        change.change(campaign, playbook=write_playbook(book))


@in_turn
def go_away(
    campaign: Campaign, *, stamp: Stamp, first: date, last: date, drop: bool = False
) -> list[tuple[date, date]]:
    """Days on which the seeker works on nothing: what is due shifts behind them.

    `drop` takes such an absence back. Raises CannotDo for days in the wrong order, a span over a
    year, or an absence to drop that is not there.
    """
    if last < first:
        raise CannotDo("The last day away is before the first one.", kind="bad_input")
    if last - first > timedelta(days=LONGEST_AWAY_DAYS):
        raise CannotDo("That is more than a year. Give a shorter absence.", kind="bad_input")
    span = [first.isoformat(), last.isoformat()]
    if drop and span not in campaign.away:
        raise CannotDo("No absence on exactly those days is noted.", kind="not_found")
    others = [known for known in campaign.away if known != span]
    between = {"first": say_day(first, "d MMMM"), "last": say_day(last, "d MMMM")}
    if drop:
        words = say("You are not away from {first} to {last}.", **between)
    else:
        words = say("You are away from {first} to {last}.", **between)
    with recording(campaign, stamp, verb="away", words=words, about="away") as change:
        change.change(campaign, away=sorted(others if drop else [*others, span]))
    return [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in campaign.away]


KEEPING: dict[KeepEvery, str] = {
    "weekly": "You stay in touch with {name} weekly.",
    "monthly": "You stay in touch with {name} monthly.",
    "quarterly": "You stay in touch with {name} quarterly.",
    "yearly": "You stay in touch with {name} yearly.",
    "never": "You no longer plan to stay in touch with {name}.",
}


@in_turn
def keep_in_touch(campaign: Campaign, *, stamp: Stamp, person: str, every: str) -> Person:
    """How often to stay in touch with somebody: weekly, monthly, quarterly, yearly or never."""
    if every not in KEEP_EVERY or not every:
        known = ", ".join(filter(None, KEEP_EVERY))
        raise CannotDo(
            "Say one of {known}, not “{every}”.", known=known, every=every[:40], kind="bad_input"
        )
    found = find_person(campaign, person)
    words = say(KEEPING[cast(KeepEvery, every)], name=found.name)
    with recording(campaign, stamp, verb="keep", words=words, about=found) as change:
        change.change(found, keep=every)
    return found
