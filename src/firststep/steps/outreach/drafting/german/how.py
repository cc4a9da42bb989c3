"""How the seeker and this person know each other, as a German letter says it (L5, L7). Pure."""

import re

from firststep.facts.draft import DraftFacts
from firststep.facts.text import fold
from firststep.steps.outreach.drafting.german.language import in_german

_CLAUSE = re.compile(r"(?i)(?:wir|du|sie|ihr|beide)\b")
_THIRD_PERSON = re.compile(
    r"(?:\b(?:er|sie|ihm|ihn|ihre?[mnrs]?|seine?[mnrs]?|ich)\b|^(?:Er|Mein|Meine|Ich|Unser|Unsere)\b"
    r"|^Sie (?:war|ist|hat|leitete)\b)"
)
_JOINED = re.compile(
    r"(?i)(?:aus|von|vom|bei|beim|durch|über|im|in|auf|an|am|als|seit|während|nach|zur?|zum)\b"
)
_PLURAL = re.compile(
    r"(?i)(?:alte |frühere |ehemalige )?(?:kollegen|kolleginnen|freunde|freundinnen|nachbarn"
    r"|kommilitonen|studienfreunde|schulfreunde|mitschüler|mitbewohner)\b"
)
_DID = re.compile(r"(?i).*\b(?:zusammen|gemeinsam|miteinander)?\w+(?:t|en)$")
_TOGETHER = re.compile(r"(?i)\b(?:zusammen|gemeinsam|miteinander)")
_MET = re.compile(
    r"(?i)^(?:wir haben uns |uns )?(?:kennengelernt|getroffen|begegnet)?[ ,:]*|"
    r" (?:kennengelernt|getroffen|begegnet)$"
)
_OCCASION = re.compile(
    r"(?i)(?:auf|bei|beim|im|in|am|an|nach|während|über|vor|durch|in der|zu|zur|zum)\s"
)
# What the word for an event ends in, with the gender it has.
_FEMININE = re.compile(
    r"(?i)(?:messe|konferenz|tagung|party|feier|hochzeit|veranstaltung|börse|reise|schulung|runde"
    r"|versammlung|eröffnung|ausstellung|woche)\b"
)
_OTHER = re.compile(
    r"(?i)(?:tag|treffen|forum|workshop|kurs|seminar|abend|stammtisch|vortrag|fest|kongress|meetup"
    r"|chor|verein|frühstück|essen|training|webinar|projekt|gespräch|studium|jubiläum|camp|lauf"
    r"|dinner|lunch|brunch)\b"
)


def german_how(facts: DraftFacts) -> str:
    """The seeker's words as a clause to this person; "" where they cannot be said to them."""
    how = _to_them(facts)
    if not how:
        return ""
    if facts.tie == "met" and not _CLAUSE.match(how):
        return f"wir haben uns {met} kennengelernt" if (met := _event(facts.how, facts)) else ""
    return _clause(how)


def german_back_when(facts: DraftFacts) -> str:
    """The same, where it tells of something that is past: "an früher denken: …"."""
    told = german_how(facts)
    return "" if facts.tie == "met" or told.startswith("wir kennen uns") else told


def german_occasion(facts: DraftFacts) -> str:
    """What goes on from "es hat mich gefreut, Sie … kennenzulernen": `auf der Messe`."""
    how = _to_them(facts)
    here = _event(facts.how, facts) if facts.tie == "met" and not _CLAUSE.match(how) else ""
    return here or _event(facts.between.event, facts)


def _to_them(facts: DraftFacts) -> str:
    """The words without a final stop; "" where they speak of the person, or are not German."""
    how = in_german(" ".join(facts.how.split()).rstrip(".!; "))
    names = {word for word in re.findall(r"\w+", facts.name.casefold()) if len(word) > 2}
    of_them = _THIRD_PERSON.search(how) or names & set(re.findall(r"\w+", how.casefold()))
    return "" if of_them else how


def _clause(how: str) -> str:
    if _CLAUSE.match(how):
        return _small(how)
    if _PLURAL.match(how):
        return f"wir kennen uns als {how}"
    if _TOGETHER.search(how) and _DID.match(how):
        return f"wir haben {_small(how)}"
    if _JOINED.match(how):
        return f"wir kennen uns {_small(how)}"
    return f"wir kennen uns, Stichwort {how}"


def _event(words: str, facts: DraftFacts) -> str:
    """Where two met; their company is none (L5)."""
    said = in_german(_MET.sub("", " ".join(words.split()).rstrip(".!; ")).strip())
    if not said or fold(said) in (fold(facts.company), f"bei {fold(facts.company)}"):
        return ""
    if _OCCASION.match(said):
        return _small(said)
    thing = re.split(r" (?:in|im|am|bei|für|von|der|des|zu|zum|zur) |, | 20\d\d", said)[0]
    if _FEMININE.search(thing):
        return f"auf der {said}"
    return f"beim {said}" if _OTHER.search(thing) else f"bei „{said}“"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
