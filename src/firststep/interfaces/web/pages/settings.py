"""Settings: who one is and when one works, days away, and the rhythm the plan goes by."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse

from firststep.facts.kinds import LANGUAGE_NAMES, WEEKDAYS
from firststep.facts.playbook import LIMITS, PLAYBOOKS, Playbook
from firststep.facts.said import say, to_say
from firststep.facts.step_kinds import MINUTES, OPTIONAL, STEP_KIND
from firststep.facts.zones import name_today
from firststep.interfaces.web.forms import record
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.web.zone_choices import country_choices, zone_choices
from firststep.interfaces.words.counts import within
from firststep.plan.playbook.file import read_playbook, write_playbook

DAY_WORDS = (
    to_say("Monday"), to_say("Tuesday"), to_say("Wednesday"), to_say("Thursday"),
    to_say("Friday"), to_say("Saturday"), to_say("Sunday"),
)  # fmt: skip
BOOK_NAMES = {"default": to_say("Default"), "two-hour": to_say("Two-hour")}
BOOK_WORDS = {
    "default": to_say("The method's own rhythm: nudges, and a call after three working days."),
    "two-hour": to_say(
        "Another person there after three days, the first one again after seven; no calls."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One number of the playbook, what it means, and between which it may lie."""

    key: str
    words: str
    value: int
    usual: int
    least: int
    most: int


@page
def settings(visit: Visit) -> HttpResponse:
    """All that can be set."""
    campaign = visit.campaign
    book = read_playbook(campaign.playbook)
    context = {
        "place": "goal",
        "seeker": campaign.seeker,
        "countries": country_choices(campaign.country),
        "languages": LANGUAGE_NAMES.items(),
        "zone": name_today(campaign.time_zone),
        "zones": zone_choices(campaign.time_zone, campaign.country),
        "days": _days(campaign.working_days),
        "away": _away(campaign.away, visit.on),
        "book": book,
        "book_called": within(say(BOOK_NAMES[book.name])) if book.name in BOOK_NAMES else book.name,
        "books": [
            (name, say(BOOK_NAMES[name]), say(BOOK_WORDS[name]), name == book.name)
            for name in PLAYBOOKS
        ],
        "toml": write_playbook(book, whole=True),
        "numbers": _numbers(book),
        "minutes": [(_verb(kind), f"minutes.{kind}", book.minutes[kind]) for kind in MINUTES],
        "rules": [(_verb(kind), f"rules.{kind}", book.runs(kind)) for kind in OPTIONAL],
    }
    return visit.page("settings.html", context)


def _verb(kind: str) -> str:
    """What a step does, within a sentence."""
    return within(say(STEP_KIND[kind].verb))


def _days(chosen: str) -> list[tuple[str, str, bool]]:
    pairs = enumerate(zip(WEEKDAYS, DAY_WORDS, strict=True), 1)
    return [(value, say(words), str(number) in chosen) for number, (value, words) in pairs]


def _away(spans: list[list[str]], on: date) -> list[tuple[date, date]]:
    """Absences that are not over yet."""
    found = ((date.fromisoformat(first), date.fromisoformat(last)) for first, last in spans)
    return [span for span in found if span[1] >= on]


def _numbers(book: Playbook) -> list[Setting]:
    base = PLAYBOOKS.get(book.name, PLAYBOOKS["default"])
    return [
        Setting(
            key=key,
            words=say(limit.words),
            value=getattr(book, key),
            usual=getattr(base, key),
            least=limit.least,
            most=limit.most,
        )
        for key, limit in LIMITS.items()
    ]


@writes
def yourself(visit: Visit) -> HttpResponse:
    """Name, address, zone, country, language, working days, minutes a day."""
    days = visit.request.POST.getlist("working_days")
    record(visit, "campaign", working_days=days)
    return visit.done("/settings")


@writes
def away(visit: Visit) -> HttpResponse:
    """Days away, noted or taken back."""
    record(visit, "away", last=visit.day("last") or visit.day("first"))
    return visit.done("/settings")


@writes
def playbook(visit: Visit) -> HttpResponse:
    """The whole text of the playbook."""
    record(visit, "playbook load", text=visit.text("text"))
    return visit.done("/settings#playbook")
