"""What came in, understood: automatic or a person, and what it says, the likeliest first. Pure.

Headers come before words (R6). A machine's notice is never an answer (F41); whoever asks to be left
alone is heard before anything else.
"""

import re
from dataclasses import replace

from firststep.steps.outreach.hearing.chats import chat_of
from firststep.steps.outreach.hearing.incoming import CameIn, Hearing
from firststep.steps.outreach.hearing.machines import machine_heard
from firststep.steps.outreach.hearing.person import person_heard
from firststep.steps.outreach.hearing.quotations import own_words
from firststep.steps.outreach.hearing.told import Circumstances, WholeText
from firststep.steps.people.naming import Named

_PHONE = re.compile(r"\+?\(?\d[\d\s()./-]{6,18}\d")
# O'Brien, D’Angelo: an apostrophe may stand in a part of a name.
_PART = r"(?:(?:[^\W\d_]|Mc|Mac)['’ʼ`])?[^\W\d_a-z][^\W\d_]+(?:['’ʼ`][^\W\d_]+)?"
_A_NAME = re.compile(rf"{_PART}(?:[ -]{_PART}){{0,3}}")
_FAX = re.compile(r"(?i)\bfax\b|\bf[:.]|telefax")


def heard_in(incoming: CameIn, *, known: Circumstances) -> Hearing:
    """Reads what came in. Nothing is guessed: what is not sure says so."""
    chat = chat_of(incoming.text, known.name)
    apart = own_words(chat.text if chat else incoming.text)
    whole = WholeText(incoming, apart, known)
    found = machine_heard(whole) or person_heard(whole)
    writer = (chat.writer if chat else "") or apart.writer or incoming.sender.name
    knowledge = told_of_themselves(apart.signature, incoming.sender)
    signed = name_below(apart.own, apart.signature)
    return replace(found, words=apart.own, writer=writer, signed=signed, knowledge=knowledge)


def told_of_themselves(signature: str, sender: Named) -> Named | None:
    """Their number, where the signature has one; None where it says nothing."""
    for line in signature.split("\n")[:12]:
        for part in re.split(r"[|•·]", line):
            found = _PHONE.search(part)
            if found and not _FAX.search(part) and 7 <= sum(map(str.isdecimal, found[0])) <= 15:
                return Named(name=sender.name, email=sender.email, phone=found[0].strip())
    return None


def name_below(words: str, signature: str) -> str:
    """The name a text is signed with; "" where its last line is none."""
    bare = (line.strip(" ,.-") for line in (signature or words).split("\n"))
    lines = [line for line in bare if line]
    last = (lines[0] if signature else lines[-1]) if lines else ""
    return last if _A_NAME.fullmatch(last) and (signature or len(lines) > 1) else ""
