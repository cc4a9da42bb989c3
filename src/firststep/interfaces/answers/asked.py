"""What was asked becomes an answer: the verb is done, or the question put, whatever the door."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from firststep.interfaces.catalogue import Item, resolve

if TYPE_CHECKING:
    from firststep.journal.actions import Stamp
    from firststep.steps.goal.models import Campaign


class Asked(NamedTuple):
    """Of which campaign, on which day, and what was said."""

    campaign: "Campaign"
    on: date
    said: Mapping[str, Any]


def answered(
    item: Item,
    given: Mapping[str, Any],
    *,
    campaign: "Campaign | None" = None,
    stamp: "Stamp | None" = None,
) -> Any:
    """The answer of an item to what was typed. What was not said is not handed on."""
    said = _said(item, given)
    whose = (campaign,) if item.needs == "campaign" else ()
    when = {} if stamp is None else {"stamp": stamp}
    found = resolve(item.target)(*whose, **when, **said)
    if not item.answer or stamp is None:
        return found
    return resolve(item.answer)(found, Asked(campaign, stamp.on, said))  # type: ignore[arg-type]


def _said(item: Item, given: Mapping[str, Any]) -> dict[str, Any]:
    ours = {one.name for one in item.parameters if one.of_the_door}
    nothing: tuple[Any, ...] = (None, False, ())
    return {
        name: value
        for name, value in given.items()
        if name not in ours and not any(value is one for one in nothing)
    }
