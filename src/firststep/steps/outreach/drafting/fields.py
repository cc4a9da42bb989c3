"""What a wording may say of a step: the seeker's facts as short pieces of text, in English."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from firststep.facts.channels import channel_named
from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.drafting.dates import either_of, written_day, written_weekday
from firststep.steps.outreach.drafting.how import occasion, told_to_them
from firststep.steps.outreach.drafting.questions import ADVICE_ON

_LONGEST = 200  # characters of one field: a message is a page, whatever a file brought in
_JOB_WORDS = frozenset({
    "account", "accountant", "administrator", "analyst", "architect", "assistant",
    "associate", "buyer", "chief", "clerk", "consultant", "controller",
    "coordinator", "data", "designer", "developer", "director", "editor",
    "engineer", "executive", "finance", "head", "junior", "lead",
    "manager", "marketing", "nurse", "officer", "operations", "planner",
    "product", "project", "purchaser", "purchasing", "researcher", "sales",
    "scientist", "senior", "software", "specialist", "supply", "chain",
    "teacher", "technician", "trainee", "writer", "of", "and",
    "for", "logistics", "quality", "production", "process", "business", "customer", "service",
    "support", "systems", "system", "network", "security", "web", "mobile", "cloud", "content",
    "brand", "media", "research", "development", "human", "resources", "talent", "recruiter",
    "payroll", "tax", "audit", "auditor", "legal", "counsel", "risk", "compliance", "procurement",
    "strategic", "technical", "mechanical", "electrical", "civil", "industrial", "warehouse",
    "transport", "export", "import", "demand", "category", "program", "programme", "owner",
    "tester", "programmer", "graphic", "office", "team", "regional", "intern", "apprentice",
})  # fmt: skip


def spoken_fields(facts: DraftFacts) -> dict[str, str]:
    """Every field of `wording.FIELDS`; an empty one is not known."""
    greeted = greeting_name(facts)

    def day(on: date | None) -> str:
        return written_day(on, country=facts.country)

    fields = {
        "name": facts.name,
        "first": greeted,
        "title": facts.title,
        "company": facts.company,
        "about": facts.about_company or facts.company,
        "listed": facts.about_company if facts.on_list else "",
        "vacancy": vacancy_told(facts.vacancy),
        "a_vacancy": with_article(vacancy_told(facts.vacancy)),
        "applied_day": day(facts.applied_on),
        "seat": facts.seat,
        "named": facts.named,
        "holder": facts.holder if facts.holder != facts.name else "",
        "a_role": with_article(facts.role),
        "department": facts.department,
        "place": _one_of(facts.places, facts.country),
        "via": facts.via,
        "how": told_to_them(facts),
        "occasion": occasion(facts),
        "overlap": facts.overlap,
        "seeker": facts.seeker or "[my name]",
        **_of_calls(facts),
        "signature": _signature(facts),
        "first_day": day(facts.first_note_on),
        "meeting_day": day(facts.meeting_on),
        "their_day": day(facts.answer_on),
        "when_answered": _when_answered(facts),
        "later_day": day(facts.later_on),
        "again_day": day(facts.again_on),
        "advice_on": ADVICE_ON[facts.question_no % len(ADVICE_ON)],
        **dict(zip_longest(("time_one", "time_two"), facts.two_times[:2], fillvalue="")),
    }
    own = {"seeker", "signature"}
    return {key: value if key in own else _plain(value) for key, value in fields.items()}


def _of_calls(facts: DraftFacts) -> dict[str, str]:
    """The call that is announced or made, and the number to ring back (F32)."""
    on = facts.calls_on
    return {
        "own_number": facts.own_phone,
        "put_through_to": facts.name if facts.put_through else "",
        "call_day": written_weekday(on, country=facts.country) if on else "",
    }


def _signature(facts: DraftFacts) -> str:
    """The name under a message; a letter has the number, too."""
    name = facts.seeker or "[my name]"
    letter = channel_named(facts.channel).form == "letter"
    return f"{name}\n{_plain(facts.own_phone)}" if letter and facts.own_phone else name


def _plain(value: str) -> str:
    """One line without the signs that mark a blank or a field: what a file says stays a value."""
    shown = "".join(c if c.isprintable() else " " for c in value)
    shown = shown.translate(str.maketrans("[]{}", "()()"))
    return " ".join(shown.split())[:_LONGEST].rstrip()


def greeting_name(facts: DraftFacts) -> str:
    """A known person by the given name, a stranger by the whole name; never a bare initial."""
    given = facts.given.strip()
    initial = len(given.rstrip(".")) < 2 and given.isascii()
    return facts.name if facts.tie is None or initial else given


def vacancy_told(words: str) -> str:
    """What an opening is for, as a letter can say it: the words before whatever else was noted, in
    small letters where they are everyday ones; "" where that is no name of a job."""
    found = re.split(r"[,;:(|\n]| [–—-] | (?:seen|found|via|from|on) |https?://", words, maxsplit=1)
    name = re.sub(r"(?i)^(?:an? |the )|\s+(?:wanted|sought|opening|job|position|vacancy)$", "",
                  found[0].strip())  # fmt: skip
    few = name.split()
    if not 0 < len(few) < 8 or not re.search(r"[^\W\d_]{2}", name):
        return ""
    return " ".join(_in_small_letters(few))


def with_article(role: str) -> str:
    """`a buyer`, `an HR analyst`: in small letters where every word of it is an everyday one, else
    all of it as it was written (`a Solidity Developer`)."""
    words = _in_small_letters(role.split())
    if not words:
        return ""
    if words[0].lower() in {"head", "chief"} and len(words) > 1:
        return " ".join(words)
    vowel = re.match(r"(?i)(?!uni|eu|one|us)[aeiou]", words[0])
    letter = re.match(r"[AEFHILMNORSX](?:[A-Z]+\b|$)", words[0])
    return f"{'an' if vowel or letter else 'a'} {' '.join(words)}"


def _in_small_letters(words: list[str]) -> list[str]:
    if all(w.lower() in _JOB_WORDS or _is_short_form(w) for w in words):
        return [w.lower() if w.lower() in _JOB_WORDS else w for w in words]
    return words


def _is_short_form(word: str) -> bool:
    """`HR`, `R&D`."""
    return 1 < len(word) < 5 and word.isupper()


def _one_of(places: Sequence[str], country: str) -> str:
    """`Lyon`, `Lyon or Paris`, `Lyon, Paris or Nice`; of more than three only the first."""
    few = [place for place in places if place.strip()]
    return either_of(few if len(few) <= 3 else few[:1], country=country)


def _when_answered(facts: DraftFacts) -> str:
    """`on 3 December`, `the same day`; empty where nothing was answered yet."""
    if facts.answered_on is None:
        return ""
    same = facts.answered_on == facts.answer_on
    return "the same day" if same else f"on {written_day(facts.answered_on, country=facts.country)}"
