"""Every verb and question once, as plain data. Importing this starts nothing."""

from collections.abc import Callable
from typing import Any, cast

from firststep.interfaces.catalogue import (
    campaign,
    follow_through,
    people,
    rhythm,
    safety,
    setting_up,
    wordings,
)
from firststep.interfaces.catalogue.words import Item, Parameter

__all__ = ["CATALOGUE", "GROUPS", "Item", "Parameter", "resolve"]

CATALOGUE: dict[str, Item] = {
    item.name: item._replace(room=room.ROOM)
    for room in (campaign, setting_up, people, follow_through, rhythm, wordings, safety)
    for item in room.ITEMS
}
GROUPS = {
    "company": "Your target companies.",
    "person": "The people you know.",
    "event": "Days among people, and whom you met there.",
    "offer": "What professionals offered you or your class.",
    "playbook": "The rhythm the plan goes by.",
    "wording": "The texts your messages are drafted from.",
}


def resolve(target: str) -> Callable[..., Any]:
    """The function a target names; this is where the heavy modules are loaded."""
    from importlib import import_module

    module, _, name = target.partition(":")
    return cast("Callable[..., Any]", getattr(import_module(module), name))
