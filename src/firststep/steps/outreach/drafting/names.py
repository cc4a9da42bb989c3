"""Names as people say them in a letter: of people, companies, departments, jobs (L8). Pure."""

import re
from functools import lru_cache

from firststep.facts.channels import channel_named
from firststep.facts.draft import DraftFacts
from firststep.facts.kinds import MET
from firststep.facts.text import table_beside
from firststep.steps.goal.companies.matching import company_key
from firststep.steps.outreach.wordings.english import english_of
from firststep.steps.people.spelling.person_names import whole_apart
from firststep.steps.people.spelling.person_titles import is_title, without_titles

_JOB_WORDS = frozenset(table_beside(__file__, "job_words"))
_SHORT_FORMS = frozenset({"it", "hr", "pr", "qa", "ux", "ui", "r&d"})
_REGARDS = (
    r"(?:(?:best|kind|warm|many|all the)? ?(?:best|regards|wishes|thanks|cheers|greetings|yours)"
    r"|(?:viele |beste |liebe )?grüße|lg|vg|bg|gruß|thank you|take care)"
)
_ODD_LETTERS = re.compile(
    r"(?i)[^aeiouy]{4}|cz|sz|zs|dz|wr|kh|ij|ae|oe|aa|uu|ii|eij|gh|q(?!u)|tsch|ph|x|[jw](?![aeiouy])|['’-]"
)
_OF_ONE = frozenset({
    "head", "chief", "director", "manager", "lead", "leader", "president", "vp", "ceo", "cfo",
    "coo", "cto", "cio", "cmo", "cpo", "chro", "principal", "dean", "matron",
})  # fmt: skip
_NOTED = re.compile(r"[,;:(|\n]| [–—-] | (?:seen|found|via|from|on) |https?://")
_VACANCY_ENDS = re.compile(r"(?i)^(?:an? |the )|\s+(?:wanted|sought|opening|job|position|vacancy)$")


def greeting_name(facts: DraftFacts) -> str:
    """Who is known, or was talked with, by the given name; a stranger by it in a message and in
    America, elsewhere by the whole name, and so aloud. Never a title or a bare initial, and nobody
    in capitals."""
    form = channel_named(facts.channel).form
    by_given = form == "message" or (form == "letter" and english_of(facts.country) == "american")
    given = given_said(facts.given) if by_given or is_familiar(facts) else ""
    return given or name_said(facts.name)


def is_familiar(facts: DraftFacts) -> bool:
    """Whether they are greeted as somebody one knows: a tie, a meeting, a talk, an answer that is
    not a no, a part in where the seeker has landed, or that they signed with their given name."""
    met = facts.talked or facts.origin in MET
    with_us = facts.answer not in ("", "no") or facts.kind == "tell_news"
    return facts.tie is not None or met or with_us or facts.signed_given


def signs_given(text: str, given: str) -> bool:
    """Whether a text ends in the given name alone: on a line of its own, or after the regards."""
    said = given_said(given)
    if not said:
        return False
    own = (line.strip() for line in text.splitlines() if not line.lstrip().startswith(">"))
    alone = re.compile(rf"(?i)(?:{_REGARDS}[,!. ]+)?[-–—~ ]*{re.escape(said)}[.,! ]*")
    return any(map(alone.fullmatch, filter(None, own)))


def given_said(given: str) -> str:
    """A given name one can be greeted by; "" where there is none: an initial, a title."""
    words = [word for word in without_titles(given.split()) if not _is_initial(word)]
    if any(map(is_title, words)):
        return ""
    said = " ".join(words)
    return said.title() if _is_loud(said) else said


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) < 2 and word.isascii()


def name_said(name: str) -> str:
    """A whole name without what is hung on it, and not in capitals."""
    return " ".join(filter(None, whole_apart(name))) if _is_loud(name) else name


def _is_loud(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return len(letters) > 2 and name.isupper() and name.lower() != name.upper()


def spelled(name: str) -> str:
    """A family name letter by letter, for who only hears it; "" where it is plain (L13)."""
    family = next(reversed(name.split()), "")
    letters = [letter for letter in family.upper() if letter.isalpha()]
    plain = family.isascii() and len(family) < 8 and not _ODD_LETTERS.search(family)
    in_letters = re.search(r"[A-Za-z]", family)
    return "-".join(letters) if in_letters and not plain else ""


def number_slowly(number: str) -> str:
    """A number in groups of two to four digits, with a breath between: `612 555 0147`."""
    groups = re.findall(r"\+?\d+", number)
    return " ".join(part for group in groups for part in _breaths(group))


def _breaths(group: str) -> list[str]:
    """`5550199` as `555`, `0199`."""
    if len(group) <= 4:
        return [group]
    threes = re.findall(r"\+?\d{1,3}", group)
    return [*threes[:-2], threes[-2] + threes[-1]] if len(threes[-1]) == 1 else threes


@lru_cache(maxsize=4_096)
def company_said(name: str) -> str:
    """A company without its legal ending: "Summit Avenue Communications, Inc." without "Inc."."""
    words, key = name.split(), company_key(name)
    for count in range(1, len(words)):
        short = " ".join(words[:count]).rstrip(",;&- ")
        if short and company_key(short) == key:
            return short
    return name


def department_said(name: str) -> str:
    """A department as it stands inside a sentence: "purchasing", "human resources", "IT"."""
    return " ".join(_in_small_letters(name.split()))


def seat_said(title: str) -> str:
    """A post inside a sentence: "head of purchasing"."""
    return " ".join(_in_small_letters(title.split()))


def is_one_seat(role: str, *, of: str) -> bool:
    """Whether the work looked for is that very post, of which there is one: whoever holds it would
    be told that the seeker wants it. Many are buyers; one is head of purchasing."""
    wanted = _bearing_words(role)
    return bool(wanted & _OF_ONE) and wanted <= _bearing_words(of)


def _bearing_words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", title.lower())) - {"of", "the", "for", "and", "a", "an"}


def vacancy_told(words: str) -> str:
    """What an opening is for, as a letter can say it: the words before whatever else was noted, in
    small letters where they are everyday ones; "" where that is no name of a job."""
    return " ".join(_in_small_letters(vacancy_named(words).split()))


def vacancy_named(words: str) -> str:
    """The same as it was written."""
    name = _VACANCY_ENDS.sub("", _NOTED.split(words, maxsplit=1)[0].strip())
    few = name.split()
    return " ".join(few) if 0 < len(few) < 8 and re.search(r"[^\W\d_]{2}", name) else ""


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
    everyday = all(map(_is_everyday, words))
    return [_small(word) for word in words] if everyday else words


def _small(word: str) -> str:
    """An everyday word in small letters; a short form (IT, R&D) stays."""
    keeps = word.lower() in _SHORT_FORMS and word.isupper()
    return word.lower() if word.lower() in _JOB_WORDS and not keeps else word


def is_job_word(word: str) -> bool:
    """Whether it is an everyday English word of jobs and departments."""
    return word.lower() in _JOB_WORDS


def _is_everyday(word: str) -> bool:
    return word.lower() in _JOB_WORDS or _is_short_form(word) or word.islower()


def _is_short_form(word: str) -> bool:
    """`HR`, `R&D`."""
    return 1 < len(word) < 5 and word.isupper()
