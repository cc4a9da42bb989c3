"""One command: open the data, ask the verb or question, set its answer in words or as JSON."""

import json
import sys
from contextlib import contextmanager, redirect_stdout
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from firststep.errors import CannotDo
from firststep.interfaces.answers.asked import answered
from firststep.interfaces.answers.plain import plain
from firststep.interfaces.catalogue import Item, resolve
from firststep.interfaces.cli import asking
from firststep.interfaces.opening import collect_garbage, open_data, the_campaign

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from firststep.steps.goal.models import Campaign


def answer(item: Item, given: dict[str, Any]) -> int:
    """Does what was typed and shows what came of it; 0, or 1 for an answer that is not `ok`."""
    item, given = asking.really(item, given)
    as_json = given.pop("as_json")
    on = given.pop("as_of", None)
    ask = _ready(item, on)
    collect_garbage()
    if item.name in asking.FIRST and not (as_json and item.name in asking.ASKED_OF_PEOPLE):
        wanted = asking.FIRST[item.name](given, ask)
        if wanted is None:
            return 0
        given = wanted
    if as_json:
        with redirect_stdout(sys.stderr):
            value = ask(**given)
        with _done():
            show_json({} if value is None else plain(value))
    else:
        from firststep.interfaces.cli import telling

        value = ask(**given)
        with _done():
            telling.tell(item.name, value, again=partial(_again, on))
    return 1 if getattr(value, "ok", True) is False else 0


@contextmanager
def _done() -> "Iterator[None]":
    """What was asked is done, even where what came of it cannot be shown: a full disk (R2)."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        why = (error.strerror or "").lower()
        words = f"That is done, and kept. What came of it could not be written out: {why}."
        raise CannotDo(words, kind="unavailable") from error


def _again(on: date | None, name: str, **given: Any) -> Any:
    """Another question, for an answer in words that wants more than the JSON holds."""
    from firststep.interfaces.catalogue import CATALOGUE

    return _ready(CATALOGUE[name], on)(**given)


def _ready(item: Item, on: date | None) -> "Callable[..., Any]":
    """The item with the data opened, its campaign and its day filled in."""
    if item.needs == "nothing":
        resolve(item.target)  # loaded before the collector wakes
        return lambda **given: answered(item, given)
    begun_at = datetime.now(UTC)
    open_data(create=item.needs in ("data", "folder"), look=item.needs != "folder")
    resolve(item.target)
    from firststep.journal.actions import Stamp

    campaign = the_campaign() if item.needs == "campaign" else None
    stamped = campaign is not None or item.writes
    stamp = Stamp(on=on or _here(campaign), door="cli", begun_at=begun_at) if stamped else None
    return lambda **given: answered(item, given, campaign=campaign, stamp=stamp)


def _here(campaign: "Campaign | None") -> date:
    """The day it is where the seeker is."""
    if campaign is None:
        return datetime.now().astimezone().date()
    from firststep.facts.calendar import local_day

    return local_day(datetime.now(UTC), zone=campaign.time_zone, moved_on=campaign.moved_on)


def show_json(value: Any) -> None:
    """One JSON value; letters stay letters where the stream can carry them."""
    narrow = not (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    print(json.dumps(value, indent=2, ensure_ascii=narrow))  # noqa: T201
