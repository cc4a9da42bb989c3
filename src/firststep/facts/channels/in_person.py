"""In person: said face to face, which needs neither an address nor a number."""

from firststep.facts.channels.channel import Channel
from firststep.facts.said import to_say

CHANNEL = Channel(
    name="in_person",
    called="In person",
    by=to_say("in person"),
    to="",
    heard=r"\bin person\b",
    offered=(
        r"\b(?:come|drop|stop|swing|pop) (?:by|in|over|round|around|to (?!me\b)\w+)\b"
        r"|\b(?:visit|come and see) (?:me|us)\b"
        r"|\bvorbei(?:kommen|schauen|zukommen|zuschauen)?\b|\bbesuch(?:en|t|e)?\b"
    ),
    form="spoken",
    proposed=False,
)
