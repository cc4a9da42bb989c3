"""LinkedIn: a few lines; to a stranger a note with the invitation. Nothing here contacts it."""

from firststep.facts.channels.channel import Channel, HandOver, Invitation, Length
from firststep.facts.said import to_say

CHANNEL = Channel(
    name="linkedin",
    called="LinkedIn",
    by=to_say("on LinkedIn"),
    to="On LinkedIn",
    heard=r"\blinked ?in\b",
    offered=r"\b(?:connect with me|add me|vernetz\w*)\b",
    form="message",
    goes_by="linkedin",
    length=Length(counted="characters", most=400, far_too_long=1200, taken=8000),
    invitation=Invitation(free=200, paid=300, free_a_month=5),
    hand_over=HandOver(
        link="https://www.linkedin.com/in/{address}/",
        opens=to_say("Open their LinkedIn profile"),
        shows=to_say("LinkedIn profile"),
    ),
)
