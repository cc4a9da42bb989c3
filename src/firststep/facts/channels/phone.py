"""The phone: said aloud, from a few lines; rung only where nothing can be written to."""

from firststep.facts.channels.channel import Channel, HandOver
from firststep.facts.said import to_say

CHANNEL = Channel(
    name="phone",
    called="Phone",
    by=to_say("by phone"),
    to="Call",
    heard=r"\b(?:by|on the|over the) (?:tele)?phone\b|\bby call\b",
    offered=(
        r"\b(?:call|ring|phone) (?:me|us)\b|\bgive (?:me|us) a (?:call|ring|bell|buzz)\b"
        r"|\b(?:ruf|rufen|ruft)\b.*\ban\b|\b(?:anrufen|anzurufen|durchklingeln)\b"
    ),
    form="spoken",
    goes_by="phone",
    yields=True,
    hand_over=HandOver(link="tel:{number}", opens=to_say("Call")),
)
