"""Names of people in a plain line: read up to the first word that cannot be part of one."""

import re
from dataclasses import dataclass


def _words(text: str) -> list[str]:
    return text.split()


_PARTICLES = frozenset(
    _words("""
van von der den de del della di da dos du la le bin ibn al el ter ten zu
""")
)
_STOPS = frozenset(
    _words("""
a about after again also an and answered are as ask asked at back because before but by call
called coffee could did emailed for from gave got had has have he helped her him his i if in
introduced is it later left lunch me meet meeting message messaged met mr mrs ms my no not of on
or our out over promised referred replied reply said says sent she spoke suggested suggests
talked thanked that the their them then they this to today told tomorrow until us via was we
when where who will with wrote yes yesterday your you today’s offered agreed declined bounced
wants wanted asks accepted refused gives sends tells thinks thought knows knew picked answers
promises declines recommends recommended pointed through during around introduces connects
""")
)
_NOBODY = frozenset(
    _words("""
somebody someone anybody anyone nobody everyone everybody people team boss manager recruiter
friend colleague guy man woman lady contact assistant reception hr secretary ceo intro
introduction name call email mail message note letter meeting
""")
)
_NAMES_TOO = frozenset(
    {"Will", "Said", "An"}
)  # given names that are everyday words in small letters
_NUMBER = re.compile(r"(?i)p\d{1,18}(?![\w'’])")  # a person's own: p12
_INITIAL = re.compile(r"[^\W\d_]{1,2}\.+")
_TOKEN = re.compile(r"[^\s,;:()–—]+")


@dataclass(frozen=True, slots=True)
class NameTold:
    name: str
    company: str
    rest: str  # of the line, behind name and company


def named_at(text: str) -> NameTold | None:
    """The person a text begins with, with the company in brackets, or None: never a guess."""
    text = text.lstrip()
    if number := _NUMBER.match(text):
        return NameTold(number[0].lower(), *_company(text[number.end() :]))
    words, end = _name_in(text)
    while words and words[-1] in _PARTICLES:
        words.pop()
    if not words or any(w.lower().removesuffix("s") in _NOBODY for w in words):
        return None
    company, rest = _company(text[end:])
    return NameTold(" ".join(words), company, rest)


def _name_in(text: str) -> tuple[list[str], int]:
    """The words of the name a text begins with, and where it ends."""
    words: list[str] = []
    end = 0
    for match in _TOKEN.finditer(text):
        word, initial = match[0].rstrip(".!?"), _INITIAL.fullmatch(match[0]) is not None
        apart = bool(text[end : match.start()].strip()) or len(words) == 6
        if apart or not _may_be_name(word, behind=words, initial=initial):
            break
        words.append(word + "." if initial else word)
        end = match.end()
        if match[0][-1] in "!?." and not initial:
            break
    return words, end


def _may_be_name(word: str, *, behind: list[str], initial: bool) -> bool:
    if initial or word in _NAMES_TOO or (behind and word in _PARTICLES):
        return True
    if not word or (word.lower() in _STOPS and (not behind or word.islower())):
        return False
    return not _goes_on_small(word, behind) and all(map(_is_of_a_name, word))


def _goes_on_small(word: str, behind: list[str]) -> bool:
    """“Ann quickly” ends with Ann; “ann lee” is all in small letters."""
    return bool(behind) and word[0].islower() and not behind[0][0].islower()


def _is_of_a_name(sign: str) -> bool:
    return sign.isalpha() or sign in "'’.-·" or not sign.isascii()


def _company(rest: str) -> tuple[str, str]:
    bracket = re.match(r"\s*\(([^()]+)\)", rest)
    if bracket:
        return bracket[1].strip(), rest[bracket.end() :].strip()
    return "", rest.strip()
