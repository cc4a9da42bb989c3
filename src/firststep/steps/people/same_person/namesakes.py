"""Who has the same whole name, however its umlauts were written."""

from firststep.facts.text import fold
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})


def namesakes(campaign: Campaign, name: str) -> list[Person]:
    """The people of that name, the oldest first: "anna mueller" is Anna Müller's name too."""
    spelled = _spelled(name)
    short = spelled
    for two, one in (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a")):
        short = short.replace(two, one)
    rows = Person.objects.filter(campaign=campaign, name_key__in={fold(name), spelled, short})
    return [
        row for row in rows.order_by("id")
        if row.name_key == fold(name) or _spelled(row.name) == spelled
    ]  # fmt: skip


def _spelled(name: str) -> str:
    return fold(name.casefold().translate(_SPELLED))
