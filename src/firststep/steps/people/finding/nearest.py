"""Who or what a misspelt name was perhaps meant to be."""

from collections.abc import Iterable, Sequence

from firststep.facts.text import fold
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import Person

_MOST = 2
NEAR = 80  # of 100: a letter or two away
LOOKED_AT = 20_000  # names: beyond them looking takes longer than it helps


def nearest_people(campaign: Campaign, wanted: str) -> list[Person]:
    """The one or two people whose folded name, or a word of it, is nearest to the words."""
    rows = Person.objects.filter(campaign=campaign).order_by("id")
    keys = _nearest(wanted, rows.values_list("pk", "name_key")[:LOOKED_AT])
    found = Person.objects.in_bulk(keys)
    return [found[key] for key in keys]


def nearest_companies(campaign: Campaign, wanted: str) -> list[Company]:
    """The one or two companies whose name is nearest to the words, targets and others."""
    rows = Company.objects.filter(campaign=campaign).order_by("targeted_on", "id")
    keys = _nearest(wanted, rows.values_list("pk", "key")[:LOOKED_AT])
    found = Company.objects.in_bulk(keys)
    return [found[key] for key in keys]


def did_you_mean(found: Sequence[Person | Company]) -> str:
    """`Did you mean Nordwerk? ` with a space behind; "" where nothing is near."""
    return f"Did you mean {' or '.join(one.name for one in found)}? " if found else ""


def _nearest(wanted: str, names: Iterable[tuple[int, str]]) -> list[int]:
    from rapidfuzz import fuzz, process

    wanted = fold(wanted)
    choices: dict[tuple[int, str], str] = {}
    for key, name in names:
        for part in (name, *name.split()) if " " not in wanted else (name,):
            choices[key, part] = part
    hits = process.extract(wanted, choices, scorer=fuzz.ratio, score_cutoff=NEAR, limit=10)
    return list(dict.fromkeys(key for _part, _score, (key, _) in hits))[:_MOST]
