"""What tells of a person in the texts of other rows, and taking it out of them (P-h)."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from firststep.facts.text import fold
from firststep.journal.actions import Recording
from firststep.steps.goal.companies.aliases import OWN_WORDS
from firststep.steps.goal.models import Company
from firststep.steps.people.models import Person

# Words of everyday texts that are names too.
_WORDS = OWN_WORDS | frozenset(
    """
    april august bill carol chance chase christian dean drew earnest ernst frank franc grace guy
    hope jack jean josh june junior kurt lang lord mark mercy miles model page pearl peter rich
    rosa rosemary sally senior stern steuer storm summer tally teddy victor ward will winter
    """.split()  # noqa: SIM905
)
SOMEBODY = "(forgotten)"
# Texts in the seeker's words, and what was noted beside them: a person may be named in each.
FREE = {
    ("Approach", "closed_why"), ("Company", "noted"), ("CompanyMatch", "why"),
    ("Encounter", "said"), ("Event", "name"), ("Event", "place"), ("Event", "purpose"),
    ("Favour", "what"), ("Goal", "background"),
    ("Heard", "dead"), ("Heard", "proposals"), ("Heard", "sender"),
    ("Heard", "subject"), ("Heard", "text"), ("Heard", "writer"), ("Import", "files"),
    ("JobOpening", "link"), ("JobOpening", "role"), ("Lesson", "what"),
    ("Person", "do_not_contact_why"),
    ("Message", "body"), ("Message", "subject"), ("Offer", "says"), ("OwnWording", "text"),
    ("Person", "note"), ("Practice", "note"), ("Practice", "replies"), ("Promise", "what"),
    ("Snooze", "why"), ("Tie", "how"), ("Touch", "subject"), ("Touch", "text"),
}  # fmt: skip
# Long texts that are a name, a rule or a mark; Entry is emptied by itself (see forget).
NOT_FREE = {
    ("Campaign", "away"), ("Campaign", "playbook"), ("Company", "aliases"), ("Company", "key"),
    ("Company", "name"), ("Entry", "before"), ("Entry", "made"), ("Entry", "words"),
    ("Goal", "places"), ("KnownAs", "name_key"), ("LetGo", "key"), ("Message", "to"),
    ("OwnPart", "key"), ("OwnPart", "name"), ("OwnPart", "title"), ("Person", "by_hand"),
    ("Person", "name"), ("Person", "name_key"), ("Person", "search_text"), ("Position", "title"),
    ("Position", "written"), ("Seat", "title"), ("Seat", "title_key"),
}  # fmt: skip


class Traces:
    """The texts that name one person: whole names, addresses, numbers, profiles."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = sorted({text.strip() for text in texts if text.strip()}, key=len, reverse=True)
        pieces = "|".join(_pattern(text) for text in self.texts)
        self._found = re.compile(pieces or r"(?!)", re.IGNORECASE)

    def are_in(self, text: str) -> bool:
        return self._found.search(text) is not None

    def taken_out(self, value: Any) -> Any:
        """The text, or the list or object of texts, with "(forgotten)" where the person stood."""
        if isinstance(value, str):
            return self._found.sub(SOMEBODY, value)
        if isinstance(value, list):
            return [self.taken_out(one) for one in value]
        if isinstance(value, dict):
            return {key: self.taken_out(one) for key, one in value.items()}
        return value


def _pattern(text: str) -> str:
    """The text as a word of its own; scripts without spaces between words have no such thing."""
    start = r"(?<!\w)" if text[0].isascii() else ""
    end = r"(?!\w)" if text[-1].isascii() else ""
    return start + re.escape(text).replace(r"\ ", r"\s+") + end


def rare_names(person: Person) -> set[str]:
    """The given and the family name alone, where they can mean nobody else.

    Nobody else of the campaign has it, no company is called so, and it is no word ("Will", "Rose").
    """
    words = {w for name in (person.given, person.family) for w in name.split()}
    return {w for w in words if len(w) > 3 and fold(w) not in _WORDS and _is_rare(w, person)}


def _is_rare(word: str, person: Person) -> bool:
    key = fold(word)
    others = Person.objects.filter(campaign=person.campaign_id, name_key__contains=key)
    names = others.exclude(pk=person.pk).values_list("name_key", flat=True)
    houses = Company.objects.filter(campaign=person.campaign_id, key__contains=key)
    said = [*names, *houses.values_list("key", flat=True)]
    return not any(key in re.findall(r"\w+", text) for text in said)


def sure_traces(person: Person, traces: Traces, rare: Collection[str] = ()) -> Traces:
    """Those that mean nobody else: no name of a namesake, and a single word only if it is rare."""
    campaign = person.campaign_id
    names = Person.objects.filter(campaign=campaign).exclude(pk=person.pk)
    return Traces(
        text
        for text in traces.texts
        if (text in rare or _is_more_than_a_word(text))
        and not names.filter(name_key=fold(text)).exists()
    )


def _is_more_than_a_word(text: str) -> bool:
    return " " in text or not text.isascii() or any(c in "@+0123456789-" for c in text)


def take_out_of_texts(change: Recording, traces: Traces) -> None:
    """Rewrites every free text of the campaign that names the person. Outright, never undone."""
    known = {m.__name__: m for m in apps.get_app_config("firststep").get_models()}
    for table, name in sorted(FREE):
        field = known[table]._meta.get_field(name)
        rows = known[table]._base_manager.filter(campaign=change.campaign)
        if isinstance(field, models.JSONField):
            rows = rows.exclude(**{name: field.get_default()})
        else:
            wanted = Q()
            for text in traces.texts:
                wanted |= Q(**{f"{name}__icontains": text.split()[0]})
            rows = rows.filter(wanted) if wanted else rows.none()
        for key, value in list(rows.values_list("pk", name)):
            if (left := traces.taken_out(value)) != value:
                limit = getattr(field, "max_length", None)
                known[table]._base_manager.filter(pk=key).update(
                    **{name: left[:limit] if limit else left}
                )
