"""What came in, understood: automatic or a person, and what it says, the likeliest first. Pure.

Headers come before words (R6). A machine's notice is never an answer (F41); whoever asks to be left
alone is heard before anything else.
"""

from dataclasses import replace

from firststep.steps.outreach.hearing.chats import chat_of
from firststep.steps.outreach.hearing.incoming import CameIn, Hearing
from firststep.steps.outreach.hearing.machines import machine_heard
from firststep.steps.outreach.hearing.person import person_heard
from firststep.steps.outreach.hearing.quotations import own_words
from firststep.steps.outreach.hearing.signature import name_below, told_of_themselves
from firststep.steps.outreach.hearing.told import Circumstances, WholeText


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
