"""What a letter says because of the time of year, and of a day that is weeks away. Pure."""

from datetime import date, timedelta

from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.drafting.dates import said_day
from firststep.steps.outreach.drafting.names import is_familiar

_WISHED_UNTIL = 10  # January: the first week of work is over
_QUIET_FROM, _BREAK_TO = 20, 24  # December
_SOME_WEEKS = timedelta(days=28)


def of_the_season(facts: DraftFacts) -> dict[str, str]:
    """The wishes and the talk that waits; each empty at another time of year."""
    on = facts.on
    if on is None:
        return {}
    waits = facts.ask in CONVERSATION_ASKS and on.month == 12 and on.day >= _QUIET_FROM
    return {
        "new_year": "happy New Year" if _is_unwished(facts, on) else "",
        "in_january": "any time in January would be good" if waits else "",
        "good_break": "have a good break" if _is_parting(facts, on) else "",
    }


def _is_parting(facts: DraftFacts, on: date) -> bool:
    """Whether it is the last one hears of the other before the holidays: no talk is being agreed
    that may come before them."""
    before = on.month == 12 and _QUIET_FROM <= on.day <= _BREAK_TO
    return before and is_familiar(facts) and not (facts.two_times or facts.their_times)


def _is_unwished(facts: DraftFacts, on: date) -> bool:
    """Whether the year is new and the two have not been in touch in it, when it was wished."""
    in_touch = facts.in_touch_on is not None and facts.in_touch_on.year == on.year
    return on.month == 1 and on.day <= _WISHED_UNTIL and not in_touch


def again_said(facts: DraftFacts) -> str:
    """When somebody who said later is written to again: on the day they named; else in words, since
    a day would claim that they did."""
    again, on = facts.again_on, facts.on
    if again is None or on is None or facts.again_named:
        return said_day(again, today=on, country=facts.country)
    return "in a few weeks" if again - on < _SOME_WEEKS else f"in {_month(again)}"


def _month(day: date) -> str:
    return f"{day:%B}"
