"""What a row tells of where somebody works, held against what is kept. Pure.

An export is true on its own day only: an older one never replaces what a newer one told, and a post
that was left is kept as a former one, once.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from firststep.facts.text import fold
from firststep.steps.people.same_person.telling_apart import post_key


class Kept(NamedTuple):
    """A post as it is kept. `dated`: `as_of` is the day of an export, not merely of an import."""

    id: int
    key: str
    title: str
    current: bool
    by_hand: bool
    as_of: date
    dated: bool


@dataclass(slots=True)
class _Told:
    """What changes: a title where none stood, posts that were left, and the row's as a new one."""

    retitled: tuple[int, str] | None = None
    left: list[int] = field(default_factory=list)
    present: bool = False
    former: bool = False


def told_work(
    posts: Sequence[Kept], let_go: Collection[str], *, key: str, title: str, as_of: date | None
) -> _Told:
    """What a row of that company (by key) and title tells; `as_of` None: nobody knows how old."""
    there = [post for post in posts if post.key == key]
    if post_key(key, title) in let_go or any(p.by_hand for p in posts if p.current or p.key == key):
        return _Told()  # what the seeker said by hand stands
    same = [post for post in there if not title or fold(post.title) == fold(title)]
    now = [post for post in posts if post.current]
    if any(post.current for post in same) or (same and not _is_newest(posts, as_of)):
        return _Told()
    if as_of is not None and any(post.dated and post.as_of > as_of for post in now):
        return _Told(former=True)
    untitled = next((post for post in there if post.current and not post.title), None)
    if untitled is not None:
        return _Told(retitled=(untitled.id, title))
    left = [post.id for post in now if post.key == key] or [post.id for post in now]
    return _Told(left=left, present=True)


def _is_newest(posts: Sequence[Kept], as_of: date | None) -> bool:
    """Whether the row is surely newer than all that is kept: then a former post is held again."""
    return as_of is not None and all(post.as_of < as_of for post in posts)
