"""Where the seeker and somebody were at the same time: an employer, or a school. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from firststep.facts.said import say
from firststep.facts.snapshot import OwnFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Where somebody works or worked; `key` is the company's folded name."""

    key: str
    current: bool = True
    began_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """One place both were at. Years are None where those of the other are not known."""

    kind: str
    name: str
    first: int | None = None
    last: int | None = None

    @property
    def words(self) -> str:
        """`you overlapped at Globex 2016-2019`."""
        if self.kind == "school":
            return say("you studied at {place}, where they work or worked", place=self.name)
        if self.first is None:
            return say("you both worked at {company}", company=self.name)
        years = f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"
        return say("you overlapped at {company} {years}", company=self.name, years=years)

    @property
    def for_draft(self) -> str:
        """`Globex, 2016 to 2019`, after "we were both at"; a school is left to the seeker."""
        if self.kind == "school" or self.first is None:
            return "" if self.kind == "school" else self.name
        years = f"{self.first}" if self.first == self.last else f"{self.first} to {self.last}"
        return f"{self.name}, {years}"


def overlap(own: Iterable[OwnFacts], posts: Iterable[Post], *, today: date) -> Overlap | None:
    """The place shared the longest in known years, else one shared in unknown years; or none.

    Where both tell their years and these do not touch, nothing is shared.
    """
    theirs: dict[str, list[Post]] = {}
    for post in posts:
        theirs.setdefault(post.key, []).append(post)
    found = [
        shared
        for part in own
        for post in theirs.get(part.key, ())
        if (shared := _shared(part, post, today)) is not None
    ]
    return min(found, key=_order, default=None)


def _shared(part: OwnFacts, post: Post, today: date) -> Overlap | None:
    if part.kind == "school":
        return Overlap(kind="school", name=part.name)
    ended = post.ended_on or (today if post.current else None)
    if part.began_on is None or post.began_on is None or ended is None:
        return Overlap(kind="post", name=part.name)
    first = max(part.began_on, post.began_on)
    last = min(part.ended_on or today, ended)
    if first > last:
        return None
    return Overlap(kind="post", name=part.name, first=first.year, last=last.year)


def _order(shared: Overlap) -> tuple[int, int, str]:
    if shared.first is None or shared.last is None:
        return (2 if shared.kind == "school" else 1, 0, shared.name)
    return (0, shared.first - shared.last, shared.name)
