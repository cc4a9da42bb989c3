"""In person: said face to face, which needs neither an address nor a number."""

from firststep.facts.channels.channel import Channel

CHANNEL = Channel(
    name="in_person",
    called="In person",
    by="in person",
    to="",
    heard=r"\bin person\b",
    form="spoken",
    proposed=False,
)
