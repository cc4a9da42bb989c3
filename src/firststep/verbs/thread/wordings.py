"""The seeker's own wordings: kept, put in the place of those that come along, taken out."""

from dataclasses import dataclass
from difflib import get_close_matches

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.journal.actions import Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.shelf import keep_wording, own_named, shelf_of
from firststep.steps.outreach.wordings.own import named_well, own_wording, shipped, tidy_text


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingKept:
    """What became of a wording: `there` is False where nothing of that name is left."""

    name: str
    words: str
    there: bool = True


@in_turn
def add_wording(campaign: Campaign, *, stamp: Stamp, name: str, text: str) -> WordingKept:
    """One more wording, offered wherever its head says that it fits. Raises CannotDo for a name
    that is taken, and for a text that cannot be read, with the line (`own.own_wording`)."""
    name = named_well(name)
    if name in _there(campaign):
        raise CannotDo(
            "There is a wording {name} already. Change that one, or choose another name.",
            name=name,
            kind="bad_input",
        )
    own_wording(text, name=name)
    return _kept(campaign, stamp, name, text, words=say("You added the wording {name}.", name=name))


@in_turn
def edit_wording(campaign: Campaign, *, stamp: Stamp, name: str, text: str) -> WordingKept:
    """The seeker's own text of a wording that is there; one that came along stays beneath it.
    Raises CannotDo as `add_wording` does, and where there is none of that name."""
    name = there_is(campaign, name)
    own_wording(text, name=name)
    return _kept(
        campaign, stamp, name, text, words=say("You changed the wording {name}.", name=name)
    )


@in_turn
def reset_wording(campaign: Campaign, *, stamp: Stamp, name: str) -> WordingKept:
    """The text that came along again; one the seeker added is taken out. Raises CannotDo where
    nothing was changed."""
    name = there_is(campaign, name)
    own = own_named(campaign.pk, name)
    if own is None:
        raise CannotDo(
            "The wording {name} is as it came along; there is nothing to put back.", name=name
        )
    there = name in shipped()
    words = say("You took out the wording {name}.", name=name)
    words = say("You put the wording {name} back as it came.", name=name) if there else words
    about = f"wording:{name}"
    with recording(campaign, stamp, verb="wording", words=words, about=about) as change:
        change.drop([own])
    return WordingKept(name=name, words=words, there=there)


def there_is(campaign: Campaign, name: str) -> str:
    """The name as it is kept. Raises CannotDo (`not_found`, with all there are) for none."""
    there, typed = _there(campaign), "-".join(name.lower().split())
    if typed not in there:
        raise CannotDo(
            "There is no wording “{name}”. Look at the list of them.",
            name=name.strip()[:60],
            kind="not_found",
            candidates=get_close_matches(typed, there, cutoff=0.5),
            typed="firststep wording list",
        )
    return typed


def _there(campaign: Campaign) -> list[str]:
    return sorted({*shipped(), *dict(shelf_of(campaign.pk).own_wordings)})


def _kept(campaign: Campaign, stamp: Stamp, name: str, text: str, *, words: str) -> WordingKept:
    about = f"wording:{name}"
    with recording(campaign, stamp, verb="wording", words=words, about=about) as change:
        keep_wording(change, name, tidy_text(text))
    return WordingKept(name=name, words=words)
