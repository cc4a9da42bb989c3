"""E-mail: a letter with a subject, opened in the seeker's own mail program."""

from firststep.facts.channels.channel import Channel, HandOver, Length
from firststep.facts.said import to_say

CHANNEL = Channel(
    name="email",
    called="E-mail",
    by=to_say("by email"),
    to="To",
    heard=r"\b(?:e-?mail(?:ed)?|mailed|by mail)\b",
    offered=r"\b(?:write|drop me a (?:line|note)|schreib(?:en|t|e)?|mail(?:en)?)\b",
    form="letter",
    goes_by="email",
    length=Length(counted="words", least=50, most=125, far_too_long=150),
    hand_over=HandOver(
        link="mailto:{address}",
        opens=to_say("Open in your mail program"),
        carries=(("subject", "subject"), ("body", "body")),
    ),
    bounce_ends_way=True,
)
