"""What a line says of somebody beside the name: post and company. Pure."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.spoken import Spoken
from firststep.steps.outreach.telling.happening import NamedInLine
from firststep.steps.outreach.telling.mentions import LineWords

_AT = frozenset(["at", "of", "from", "bei", "von", "for", "with"])
_FOR_HOUSE = frozenset(["in", "a", "with", "edits", "works"])
_IN = frozenset(["in", "im", "aus"])
_THE = frozenset(["the", "der", "die"])
_JOINING = frozenset(["and", "of", "und"])  # within the name of a company
_APART = ("", ",", "-", "–", "—")  # signs between a name and its post
# A comma or a bracket before one of these begins something else, no post.
_GOES_ON = frozenset(word for line in table_beside(__file__, "going_on") for word in line.split())
_MOST_WORDS = 6  # of a post


@dataclass(frozen=True, slots=True)
class Posted:
    """Somebody named, and the places of the words that name them and their post."""

    named: NamedInLine
    places: frozenset[int]


def posted_at(found: LineWords, place: int) -> Posted:
    """Who stands at a place of a line, with post and company as the words behind say."""
    mention = found.what[place]
    name = mention.people[0].name if len(mention.people) == 1 else mention.name
    title, company, places = _behind(found, place + 1)
    return Posted(NamedInLine(name=name, title=title, company=company), frozenset({place, *places}))


def without_posts(found: LineWords) -> LineWords:
    """The same line, in which a company or a post written like a name is none of a person's."""
    words, what = list(found.words), dict(found.what)
    for at in range(len(words)):
        if words[at].kind not in ("who", "name"):
            continue
        for place in posted_at(LineWords(found.line, words, what), at).places - {at}:
            words[place] = replace(words[place], is_post=True, kind=_kind(found, words[place]))
            if words[place].kind == "name":
                words[place] = replace(words[place], kind="word", word="")
                del what[place]
    return LineWords(found.line, words, what)


def with_house(found: LineWords, named: NamedInLine) -> NamedInLine:
    """Somebody new with the company the line names elsewhere, where it names one alone: “met Jo
    Tan at the fair, both from Acme”."""
    at = house_apart(found)
    is_known = any(one.name == named.name for at in found.what for one in found.people_at(at))
    if at is None or named.company or is_known:
        return named
    return replace(named, company=_company(found, at))


def house_apart(found: LineWords) -> int | None:
    """The place of the one company a line names, behind “at” or “from” and apart from a name."""
    words = found.words
    places = [at for at, word in enumerate(words) if word.kind == "company"]
    if len(places) != 1 or words[places[0]].is_post or not places[0]:
        return None
    before = words[places[0] - 1].word
    return places[0] if before in _AT or before in _FOR_HOUSE else None


def _kind(found: LineWords, word: Spoken) -> str:
    """What stands in brackets behind a name is said of them alone: (no company)."""
    opened = found.line.rfind("(", 0, word.start) > found.line.rfind(")", 0, word.start)
    return "post" if opened and word.kind == "word" else word.kind


class _Post(NamedTuple):
    """Post, company, and the places of the words that say them."""

    title: str = ""
    company: str = ""
    places: tuple[int, ...] = ()


def _behind(found: LineWords, at: int) -> _Post:
    """What stands behind a name, by the sign or the word it begins with."""
    if at >= len(found.words):
        return _Post()
    first = found.words[at]
    if first.kind == "company" and first.sign in _APART:
        return _Post(company=_company(found, at), places=(at,))
    if first.sign == "(":
        return _Post() if first.word in _GOES_ON else _in_brackets(found, at)
    if first.sign:
        return _title(found, at) if first.sign in _APART and _may_be_post(first) else _Post()
    return _behind_word(found, at, first.word)


def _behind_word(found: LineWords, at: int, word: str) -> _Post:
    if word in _AT:
        return _at_company(found, at)
    if word == "over" and at + 1 < len(found.words) and found.words[at + 1].word in _AT:
        post = _at_company(found, at + 1)
        return post._replace(places=(at, *post.places))
    if word in _THE:
        return _title(found, at + 1)
    if word in _IN:
        post = _title(found, at + 1)
        return post._replace(places=(at, *post.places))
    return _Post()


def _company(found: LineWords, at: int) -> str:
    mention = found.what[at]
    return mention.company.name if mention.company else ""


def _at_company(found: LineWords, at: int) -> _Post:
    """Behind “at”, “of”: a company known, or words written like a name."""
    words = found.words
    if at + 1 < len(words) and words[at + 1].kind == "company":
        title = _comma_title(found, at + 2)
        return _Post(title.title, _company(found, at + 1), (at, at + 1, *title.places))
    end = at + 1
    while end < min(at + 6, len(words)) and _is_of_company(words[end], is_first=end == at + 1):
        end += 1
    while end > at + 1 and words[end - 1].word in _JOINING:
        end -= 1
    if end == at + 1:
        return _Post()
    return _Post(company=_text(found, at + 1, end), places=(*range(at, end),))


def _is_of_company(word: Spoken, *, is_first: bool) -> bool:
    if word.kind not in ("word", "name") or (word.sign and not is_first):
        return False
    return word.text[:1].isupper() or (not is_first and word.word in _JOINING)


def _comma_title(found: LineWords, at: int) -> _Post:
    """“Birgit Sommer von Kranich Optik, Key Account”: at the end of a line."""
    if at >= len(found.words) or found.words[at].sign != "," or not _may_be_post(found.words[at]):
        return _Post()
    post = _title(found, at)
    is_last = bool(post.places) and post.places[-1] + 1 == len(found.words)
    return post if is_last and not post.company else _Post()


def _may_be_post(word: Spoken) -> bool:
    return word.kind == "word" and word.word not in _GOES_ON


def _in_brackets(found: LineWords, at: int) -> _Post:
    """(Purchasing, Acme), (Acme), (Key Account bei Acme)."""
    words = found.words
    close = found.line.find(")", words[at].start)
    last = close if close >= 0 else len(found.line)
    places = tuple(place for place in range(at, len(words)) if words[place].start < last)
    houses = [_company(found, place) for place in places if words[place].kind == "company"]
    text = _said_in(found, places)
    if houses or not text:
        return _Post(_without_at(text), "".join(houses[:1]), places)
    title, _, company = text.rpartition(",")
    return _Post(_without_at(title), company.strip(), places)


def _said_in(found: LineWords, places: tuple[int, ...]) -> str:
    """The words among these that are neither company nor address."""
    plain = [at for at in places if found.words[at].kind in ("word", "name", "post")]
    return _text(found, plain[0], plain[-1] + 1) if plain else ""


def _without_at(title: str) -> str:
    before, _, last = title.rstrip(" ,").rpartition(" ")
    return before if last.lower() in _AT else title.strip(" ,")


def _title(found: LineWords, start: int) -> _Post:
    """A post, up to the next sign, with the company behind it: “shift lead at Greywater”."""
    words, at = found.words, start
    last = min(len(words), start + _MOST_WORDS)
    while at < last and (_is_of_title(words[at], at == start) or _names_field(found, at)):
        at += 1
    if at == start:
        return _Post()
    house = _house_behind(found, at)
    places = (*range(start, at), *house.places)
    return _Post(_text(found, start, at), house.company, places)


def _names_field(found: LineWords, at: int) -> bool:
    """Whether a field of work goes on from a post here, no company: “director of nursing”."""
    words = found.words
    if words[at].word != "of" or words[at].sign or at + 1 >= len(words):
        return False
    field = words[at + 1]
    return (
        field.kind == "word" and not field.sign and (field.text.islower() or field.text.isupper())
    )


def _house_behind(found: LineWords, at: int) -> _Post:
    """The company behind a post, with “at” or without."""
    if at >= len(found.words):
        return _Post()
    word = found.words[at]
    if word.word in _AT:
        return _at_company(found, at)
    is_house = word.kind == "company" and word.sign in ("", ",", "(")
    return _Post(company=_company(found, at), places=(at,)) if is_house else _Post()


def _is_of_title(word: Spoken, is_first: bool) -> bool:
    if word.kind != "word" or (word.sign and not is_first):
        return False
    return is_first or (word.word not in _GOES_ON and word.word not in _AT)


def _text(found: LineWords, start: int, end: int) -> str:
    return found.line[found.words[start].start : found.words[end - 1].end].strip(" ,")
