"""Whom and what a line may speak of: the people and companies a campaign knows. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from firststep.steps.outreach.language.spoken import name_words


def bare_part(part: str) -> str:
    """A part of a name without what is written in two ways: köhler, koehler and kohler alike."""
    return part.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace("ss", "s")


@dataclass(frozen=True, slots=True, kw_only=True)
class SomebodyKnown:
    """A person of the address book. `is_live`: a thread with them is open, so they are meant
    first; `talk_at` is the conversation agreed with them, `via_id` who named them."""

    id: int
    name: str
    company: str = ""
    title: str = ""
    is_live: bool = False
    approach_id: int | None = None
    via_id: int | None = None
    has_agreed: bool = False
    talk_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyKnown:
    """A company; a target is meant first."""

    id: int
    name: str
    aliases: Sequence[str] = ()
    is_target: bool = False


@dataclass(frozen=True)
class Scene:
    """What a line is told to: the day, the country, who and what is known."""

    today: date
    country: str = ""
    people: tuple[SomebodyKnown, ...] = ()
    companies: tuple[CompanyKnown, ...] = ()

    @cached_property
    def by_id(self) -> dict[int, SomebodyKnown]:
        """The people by number."""
        return {one.id: one for one in self.people}

    @cached_property
    def name_parts(self) -> dict[int, tuple[str, ...]]:
        """The words of each name, as they are matched."""
        return {one.id: tuple(name_words(one.name)) for one in self.people}

    @cached_property
    def by_part(self) -> dict[str, tuple[SomebodyKnown, ...]]:
        """The people by each part of their names, as `bare_part` has it."""
        found: dict[str, list[SomebodyKnown]] = defaultdict(list)
        for one in self.people:
            for part in {bare_part(part) for part in self.name_parts[one.id]}:
                found[part].append(one)
        return {part: tuple(people) for part, people in found.items()}

    @cached_property
    def company_parts(self) -> tuple[tuple[tuple[str, ...], CompanyKnown], ...]:
        """The words of each name a company has, the longest first."""
        names = [
            (tuple(word for word in name_words(name) if word != "and"), one)
            for one in self.companies
            for name in (one.name, *one.aliases)
        ]
        return tuple(sorted(names, key=lambda pair: -len(pair[0])))
