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
    taken_out = post_key(key, title) in let_go
    if taken_out or _said_by_hand(posts, key) or _is_kept(posts, key, title, as_of):
        return _Told()
    if _is_older(posts, as_of):
        return _Told(former=True)
    return _newly([post for post in posts if post.current], key, title)


def _newly(now: Sequence[Kept], key: str, title: str) -> _Told:
    there = [post for post in now if post.key == key]
    untitled = next((post for post in there if not post.title), None)
    if untitled is not None:
        return _Told(retitled=(untitled.id, title))
    return _Told(left=[post.id for post in there or now], present=True)


def _said_by_hand(posts: Sequence[Kept], key: str) -> bool:
    """What the seeker said by hand stands."""
    return any(post.by_hand for post in posts if post.current or post.key == key)


def _is_kept(posts: Sequence[Kept], key: str, title: str, as_of: date | None) -> bool:
    """Whether the post is kept: as a present one, or as a former one that nothing newer revives."""
    folded = fold(title)
    same = [p for p in posts if p.key == key and (not title or fold(p.title) == folded)]
    newest = as_of is not None and all(post.as_of < as_of for post in posts)
    return any(post.current for post in same) or (bool(same) and not newest)


def _is_older(posts: Sequence[Kept], as_of: date | None) -> bool:
    """Whether an export of a later day told where they work now."""
    now = (post for post in posts if post.current and post.dated)
    return as_of is not None and any(post.as_of > as_of for post in now)
