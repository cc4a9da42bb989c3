"""What was offered, promised and said, as a German letter can say it (L4, L7). Pure.

It was typed in a few words, about them or about the seeker. Most of it stands behind a colon, where
no ending has to be changed; what speaks of the person to a third, and what is not German, is left
out, and a blank or a plainer sentence stands there.
"""

import re

from firststep.facts.habits import Between
from firststep.steps.outreach.drafting.german.language import in_german
from firststep.steps.outreach.drafting.said import UNTIL

_ABOUT_THEM = re.compile(
    r"\b(?:er|sie|ihm|ihn|ihre[mnrs]?|ihr|seine?[mnrs]?|Er|Ihm|Ihn|Seine?[mnrs]?)\b"
)
# By which they said how to reach them: their own words, which are quoted.
_REACH = re.compile(
    r"(?i)(?:bitte )?(?:schreib|meld|ruf|schick|komm|vernetz|frag|maile?|sag)(?:e|en|t|st)?\b"
)
_THING = re.compile(r"(?i)(?:der|die|das|den|dem|ein|eine|einen|einem|einer|kontakt|namen?)\b")

_PROMISED = re.compile(
    r"(?:[Dd](?:er|ie|as|en|em)|[Ee]ine?[nmr]?|[Mm]eine?[nmr]?|zwei|drei|\d|[A-ZÄÖÜ])\b|[A-ZÄÖÜ]"
)
_NO_VERBS = (
    r"anderen|ander[ns]|meinen|deinen|ihren|seinen|den|einen|beiden|morgen|wegen|neuen|ersten"
)
_TO_DO = re.compile(rf"(?:^|\s)(?!(?:{_NO_VERBS})$)[a-zäöüß]+(?:en|ern|eln)$")
_BEFORE = "ab|an|auf|aus|bei|ein|her|hin|mit|nach|vor|vorbei|weiter|zurück"
_ZU = re.compile(rf"(?:\bzu |\b({_BEFORE})zu)(\w+(?:en|ern|eln))$")


def german_offer(between: Between, *, us: bool) -> dict[str, str]:
    """The fields of an offer: what they would do, or the words they used."""
    offer = between.offer
    said = _to_them(offer.says) if offer else ""
    reach = bool(_REACH.match(said))
    return {
        "offer_help": "" if reach else said,
        "offer_said": said if reach else "",
        "us": "uns" if us else "mir",
    }


def german_promises(between: Between) -> dict[str, str]:
    """What the seeker promised, and what they did; the newest of each. "den Artikel schicken" is to
    be done and stands behind "möchte ich", "den Artikel" is a thing; of anything else nothing is
    said, as a verb would have to be bent."""
    mine = _to_them(UNTIL.sub("", next(iter(reversed(between.promised)), ""))).strip(" ,")
    to_do = _infinitive(mine)
    return {
        "promise_do": to_do,
        "promise_thing": mine if not to_do and _PROMISED.match(mine) else "",
        "their_promise": _to_them(next(iter(reversed(between.awaited)), "")),
    }


def _infinitive(words: str) -> str:
    """The words where they end in what is to be done, without the "zu" of "zu schicken"."""
    if not _TO_DO.search(words):
        return ""
    return _ZU.sub(r"\1\2", words)


def german_help(words: str) -> str:
    """What they did, where it is named as a thing: "den Namen von Stuart"."""
    said = _to_them(words)
    return said if _THING.match(said) else ""


def _to_them(words: str) -> str:
    """Words that can be said to the person themselves."""
    said = in_german(" ".join(words.split()).strip("\"“”„'’ ").rstrip(".!; "))
    return "" if _ABOUT_THEM.search(said) else said


def behind_a_colon(words: str) -> str:
    """What stayed with the seeker, after a colon."""
    return _to_them(words)
