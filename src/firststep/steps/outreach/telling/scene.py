"""Whom and what a line may speak of: the people and companies a campaign knows. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from firststep.steps.outreach.language.spoken import name_words

_LEAST_LETTERS = 5  # of a company's first word, where it stands for the whole name


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
    def given_names(self) -> tuple[tuple[SomebodyKnown, str, tuple[str, ...]], ...]:
        """Those with an open thread who have two names: the given one, and what stands behind."""
        named = ((one, self.name_parts[one.id]) for one in self.people if one.is_live)
        return tuple((one, parts[0], parts[1:]) for one, parts in named if len(parts) > 1)

    @cached_property
    def company_parts(self) -> tuple[tuple[tuple[str, ...], CompanyKnown], ...]:
        """The words of each name a company has, the longest first."""
        names = [
            (tuple(word for word in name_words(name) if word != "and"), one)
            for one in self.companies
            for name in (one.name, *one.aliases)
        ]
        return tuple(sorted(names, key=lambda pair: -len(pair[0])))

    @cached_property
    def companies_by_word(self) -> dict[str, list[tuple[tuple[str, ...], CompanyKnown]]]:
        """The names of companies by the word they may begin with in a line, the longest first."""
        return _by_word(self.company_parts)

    @cached_property
    def targets_by_word(self) -> dict[str, list[tuple[tuple[str, ...], CompanyKnown]]]:
        """What stands for the whole name of a target, by the word it may begin with."""
        return _by_word((sure_part(parts), one) for parts, one in self.company_parts
                        if one.is_target)  # fmt: skip


def sure_part(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The first word of a company's name, the first two where it is short: Corvid, St. Brannoc."""
    count = 1 if parts and len(parts[0]) >= _LEAST_LETTERS else 2
    return parts[:count] if len("".join(parts[:count])) >= _LEAST_LETTERS else ()


def _by_word(
    names: Iterable[tuple[tuple[str, ...], CompanyKnown]],
) -> dict[str, list[tuple[tuple[str, ...], CompanyKnown]]]:
    """The names by their first word, also where it has an s: Acme, Acmes."""
    found: dict[str, list[tuple[tuple[str, ...], CompanyKnown]]] = defaultdict(list)
    for parts, one in names:
        for word in (parts[0], f"{parts[0]}s") if parts else ():
            found[word].append((parts, one))
    return found
