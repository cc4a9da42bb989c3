"""Measures of a message as its reader meets it: words, sentences, how hard it reads."""

import re
from functools import lru_cache

_GREETING = re.compile(
    r"(?i)\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings"
    r"|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|grüezi|grüß|grüss|servus|moin)"
    r"\b[^\n]*\n"
)
_SIGN_OFF = re.compile(
    r"(?i)\n\s*(?:(?:best|kind|warm|kindest|many|with (?:kind|best))? ?(?:wishes|regards|thanks)"
    r"|best|yours|sincerely"
    r"|cheers|all the best|take care|yours (?:truly|sincerely|faithfully)"
    r"|(?:mit )?(?:vielen?|besten?|lieben?|herzlichen?|freundlichen?|schönen?)? ?gr[üu](?:ß|ss)en?"
    r"),?\s*\n[^\n]*\s*$"
)
_TO_PASS_ON = re.compile(r'\n\n[^\n]*:\n["“„][^"“”„]*["”“]\s*$')
_MONTHS = "Jan|Jän|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez"
# A stop ends a sentence, except in "am 5. Januar".
_SENTENCE_END = re.compile(rf"(?!(?<=\d\.)\s(?:{_MONTHS}))(?<=[.?!])[\"”“')]*\s+|\n\s*\n")
_GERMAN_VOWELS = re.compile(r"(?i)(?:ei|ai|au|eu|äu|ie|aa|ee|oo)|[aeiouyäöü]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")


def words_in(text: str) -> list[str]:
    return _WORD.findall(text)


def message_proper(body: str) -> str:
    """The body between greeting and sign-off."""
    text = _GREETING.sub("", body, count=1) if _GREETING.match(body) else body
    return _SIGN_OFF.sub("", text).strip()


def without_enclosed(body: str) -> str:
    """The letter itself, without the quoted lines at its end that the reader may pass on."""
    return _TO_PASS_ON.sub("", body)


def greets(body: str, *, name: str) -> bool:
    """Whether the first line greets: by a word of greeting, or by name with a comma."""
    first = body.strip().partition("\n")[0]
    by_name = bool(words_in(name)) and words_in(name)[0] in first and len(words_in(first)) <= 4
    return bool(_GREETING.match(body.lstrip() + "\n")) or by_name


def sentences_in(text: str) -> list[str]:
    return [s.strip() for s in _SENTENCE_END.split(text) if s.strip()]


def reading_grade(text: str) -> float:
    """Flesch-Kincaid grade (Kincaid and others 1975), syllables by groups of vowels."""
    words, sentences = words_in(text), sentences_in(text)
    if not words or not sentences:
        return 0.0
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def german_grade(text: str) -> float:
    """The fourth Wiener Sachtextformel (Bamberger and Vanecek 1984), in years of school."""
    words, sentences = words_in(text), sentences_in(text)
    if not words or not sentences:
        return 0.0
    long = sum(len(_GERMAN_VOWELS.findall(word)) > 2 for word in words)
    return 0.2656 * len(words) / len(sentences) + 27.44 * long / len(words) - 1.693


@lru_cache(maxsize=4_096)
def _syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith("le") and groups > 1
    return max(1, groups - silent)
