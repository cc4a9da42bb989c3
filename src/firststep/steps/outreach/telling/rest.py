"""What of a plain line was not understood: kept as a note, or a second thing to log by itself."""

import re

from firststep.errors import CannotDo
from firststep.steps.outreach.telling import parts
from firststep.steps.outreach.telling.names import NameTold, named_at


def _words(text: str) -> list[str]:
    return [word.strip("'’.-").lower() for word in re.findall(r"[\w'’.-]+", text)]


_SECOND_PERSON = re.compile(r"\s*(?:and|&|plus)\s+(?=\S)")
_ANSWERED = re.compile(
    r"(?i)(?:\b(?:and|but|then)\b|[,;])\s*(?:he|she|they|who)\s+(?:has |have |just |already )*"
    r"(?P<said>(?:said|says) (?:yes|no|later)|agreed|accepted|declined|refused|replied"
    r"|answered|wrote back)\b.*"
)
_CLAUSE = re.compile(r"[,;:]|\.(?=\s|$)|\s[–—-]\s|\b(?:and|but)\b")
_SMALL = frozenset(
    _words("""
a an the i me my we us our you your he him his she her hers they them their it its this that to
with for from of at in on by about as and but so then also too well now just again back very
really only was is are were be been has have had did do does will would can could may who whom
which there here said says say told tells gave gives sent good nice great today long little bit
minutes minute min mins via over kindly please answer replied answered asked name number contact
left called manager manager’s manager's
""")
)  # words that add nothing to what was understood


def refuse_second_person(named: NameTold) -> None:
    """`Wrote to Ann Lee and Sam Orr`: two people are two lines. Raises CannotDo."""
    found = _SECOND_PERSON.match(named.rest)
    other = named_at(named.rest[found.end() :]) if found else None
    if other is not None and not other.name[0].islower():
        words = f"This line speaks of {named.name} and {other.name}. Log one line for each."
        raise CannotDo(words, kind="ambiguous")


def refuse_second_thing(name: str, rest: str, *, so_far: str) -> None:
    """`Wrote Ole and he said yes`: an answer is a line of its own. Raises CannotDo."""
    found = _ANSWERED.search(rest)
    if found is None:
        return
    words = f"Understood so far: {so_far} The rest is a second thing. Log two lines; the second:"
    said = found["said"] if " " in found["said"] else f"{found['said']} …"
    raise CannotDo(f"{words} {name} {said}.", kind="ambiguous")


def not_understood(rest: str, *, told: tuple[str, ...]) -> str:
    """The clauses of the rest that hold words nothing was made of; "" where all was understood.

    `told` are the texts understood already: a name and its post, a place.
    """
    left = parts.without_understood(rest)
    known = {word for text in told for word in _words(text)}
    lost = [word for word in _words(left) if word not in _SMALL and word not in known]
    clauses = [" ".join(clause.split()) for clause in _CLAUSE.split(rest)]
    return ", ".join(
        clause.strip(" .!") for clause in clauses if any(word in lost for word in _words(clause))
    )
