"""Adding and correcting people and where they work."""

from collections import defaultdict
from datetime import date
from typing import Any, TypedDict, Unpack

from firststep.errors import CannotDo
from firststep.facts.kinds import TIE_KINDS
from firststep.facts.said import say, to_say
from firststep.facts.text import fold
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import line, note, one_of
from firststep.steps.people.finding.finding import find_person
from firststep.steps.people.models import Person, Position
from firststep.steps.people.rows.doubled import (
    refuse_doubled,
    refuse_namesake,
    refuse_profile,
)
from firststep.steps.people.rows.letting_go import known_before, let_post_go
from firststep.steps.people.rows.making import (
    given_and_family,
    make_person,
    searchable,
    typed_name,
    work_at,
)
from firststep.steps.people.rows.targets import known_company
from firststep.steps.people.rows.ties import write_tie
from firststep.steps.people.rows.ways import correct_way, keep_suppressed, slug_of
from firststep.verbs.people.between_us import called_fields, connected_fields, corrected_words

# What a person's own note is called in every refusal.
NOTE = to_say("the note")


class PostSaid(TypedDict, total=False):
    """What may be said of a post. None leaves a part as it is."""

    company: str | None
    title: str | None
    began_on: date | None
    ended_on: date | None


class Said(TypedDict, total=False):
    """What may be said of somebody beside their name. None says nothing."""

    company: str | None
    title: str | None
    email: str | None
    phone: str | None
    linkedin: str | None
    connected: str | None
    tie: str | None
    how: str | None
    note: str | None
    called: str | None


@in_turn
def add_person(
    campaign: Campaign, *, stamp: Stamp, name: str, another: bool = False, **said: Unpack[Said]
) -> Person:
    """Adds somebody; only a name is required.

    Raises CannotDo where that person is there already: the same profile or e-mail address, or the
    same name at the same company or with nothing to tell two apart. `another`: it is somebody else
    of that name.
    """
    told = defaultdict(str, {part: str(value) for part, value in said.items() if value})
    name, company, title = typed_name(name), _company(told["company"]), _title(told["title"])
    email, phone, slug = told["email"], told["phone"], slug_of(told["linkedin"])
    if title and not company:
        raise CannotDo("Say where too.", kind="bad_input", typed="--company")
    words = say("You added {name}.", name=name)
    with recording(campaign, stamp, verb="person add", words=words) as change:
        if another:
            refuse_profile(campaign, slug)
        else:
            refuse_namesake(campaign, name, company, own_way=bool(email or phone or slug))
            refuse_doubled(campaign, name=name, company=company, email=email, slug=slug)
        person = make_person(
            change,
            name=name,
            company=company,
            title=title,
            email=email,
            phone=phone,
            linkedin=slug,
            note=_note(told["note"]),
        )
        if told["tie"] or told["how"]:
            _tie(change, person, said.get("tie"), said.get("how"))
        change.change(person, **connected_fields(person, told["connected"]))
        change.change(person, **called_fields(said.get("called")))
        change.about = f"person:{person.pk}"
    return person


@in_turn
def edit_person(
    campaign: Campaign,
    *,
    stamp: Stamp,
    person: str,
    name: str | None = None,
    **said: Unpack[Said],
) -> Person:
    """Corrects somebody; "" empties a part. No import overwrites it."""
    found = find_person(campaign, person)
    if name is None and all(part is None for part in said.values()):
        raise CannotDo("Say what to correct.", kind="bad_input", typed="such as --title Buyer")
    fields = _own_fields(found, name=name, said=said)
    company, title, tie, how = (
        said.get("company"), said.get("title"), said.get("tie"), said.get("how"),
    )  # fmt: skip
    with recording(campaign, stamp, verb="person edit", about=found) as change:
        _remember(change, found, fields)
        change.change(found, **fields)
        if company is not None or title is not None:
            _correct_post(change, found, company, title)
        for kind, text in (("email", said.get("email")), ("phone", said.get("phone"))):
            if text is not None:
                correct_way(change, found, kind, text)
        if tie is not None or how is not None:
            _tie(change, found, tie, how)
        searchable(change, found)
        keep_suppressed(change, found)
        change.words = corrected_words(found, name=name, said=said)
    return found


def _own_fields(person: Person, *, name: str | None, said: Said) -> dict[str, Any]:
    fields: dict[str, Any] = called_fields(said.get("called"))
    linkedin, note = said.get("linkedin"), said.get("note")
    if (connected := said.get("connected")) is not None:
        fields |= connected_fields(person, connected)
    if name is not None:
        name = typed_name(name)
        given, family = given_and_family(name)
        fields |= {"name": name, "given": given, "family": family, "name_key": fold(name)}
    if linkedin is not None:
        fields["linkedin"] = slug_of(linkedin)
        refuse_profile(person.campaign, fields["linkedin"], but=person.pk)
    if note is not None:
        fields["note"] = _note(note)
    by_hand = {*person.by_hand, *(fields.keys() & {"name", "linkedin", "note", "connected_on"})}
    return fields | {"by_hand": sorted(by_hand)}


def _remember(change: Recording, person: Person, fields: dict[str, Any]) -> None:
    """What somebody came with and is corrected, so that their list knows them again."""
    known_before(
        change,
        person,
        name_key=person.name_key if fields.get("name_key", person.name_key) != person.name_key
        else "",
        linkedin=person.linkedin if fields.get("linkedin", person.linkedin) != person.linkedin
        else None,
    )  # fmt: skip


def _correct_post(
    change: Recording, person: Person, company: str | None, title: str | None
) -> None:
    """Corrects the present post, makes one where there is none, drops it for company ""."""
    post = person.positions.filter(current=True).order_by("-began_on", "id").first()
    if company is not None and not company.strip():
        if post is not None:
            let_post_go(change, person, post)
            change.drop([post])
        return
    if post is None:
        if not company:
            raise CannotDo("Say where too.", kind="bad_input", typed="--company")
        house = known_company(change, company)
        work_at(change, person, house, title=_title(title or ""), written=_company(company))
        return
    _rewrite(change, post, company=company, title=title)


def _rewrite(
    change: Recording,
    post: Position,
    *,
    company: str | None,
    title: str | None,
    **dates: Any,
) -> Position:
    fields: dict[str, Any] = {"by_hand": True, **dates}
    if company is not None:
        house = known_company(change, company)
        fields |= {"company": house, "written": _company(company)}
    if title is not None:
        fields["title"] = _title(title)
    if {"company", "title"} & fields.keys():
        let_post_go(change, post.person, post)
    return change.change(post, **fields)


@in_turn
def edit_position(
    campaign: Campaign,
    *,
    stamp: Stamp,
    person: str,
    position: int | None = None,
    drop: bool = False,
    **said: Unpack[PostSaid],
) -> Position:
    """Adds a post, or corrects or drops the one with that id.

    A post with an end that is not after today is a former one. Dropping one without its id drops
    the only one there is.
    """
    found = find_person(campaign, person)
    post = _post(found, position, drop=drop)
    company, title = said.get("company") or None, said.get("title")
    dates = _dates(said, stamp.on)
    with recording(campaign, stamp, verb="position", about=found) as change:
        change.words = say("You corrected where {name} works.", name=found.name)
        if drop and post is not None:
            key = post.pk
            let_post_go(change, found, post)
            change.drop([post])
            post.pk = key
        elif post is not None:
            post = _rewrite(change, post, company=company, title=title, **dates)
        else:
            post = _new_post(change, found, company or "", title or "")
            change.change(post, **dates)
        searchable(change, found)
        keep_suppressed(change, found)
    return post


def _new_post(change: Recording, person: Person, company: str, title: str) -> Position:
    if not company.strip():
        raise CannotDo("Say where.", kind="bad_input", typed="--company")
    house = known_company(change, company)
    return work_at(change, person, house, title=_title(title), written=_company(company))


def _post(person: Person, position: int | None, *, drop: bool) -> Position | None:
    posts = {post.pk: post for post in person.positions.order_by("id")}
    if position is None:
        return _the_only(person, list(posts.values())) if drop else None
    if position not in posts:
        words = say("{name} has no post {number}.", name=person.name, number=position)
        raise CannotDo(words, kind="not_found")
    return posts[position]


def _the_only(person: Person, posts: list[Position]) -> Position:
    if not posts:
        raise CannotDo("No post of {name}'s is known.", name=person.name, kind="not_found")
    if len(posts) > 1:
        raise CannotDo(
            "{name} has {n} posts. Say which by its number.",
            name=person.name,
            n=len(posts),
            kind="ambiguous",
            candidates=[{"id": p.pk, "name": f"{p.title or 'at'}, {p.written}"} for p in posts],
        )
    return posts[0]


def _dates(said: PostSaid, today: date) -> dict[str, Any]:
    began_on, ended_on = said.get("began_on"), said.get("ended_on")
    if began_on and ended_on and ended_on < began_on:
        raise CannotDo("It cannot end before it begins.", kind="bad_input")
    dates: dict[str, Any] = {"began_on": began_on} if began_on else {}
    if ended_on is not None:
        dates |= {"ended_on": ended_on, "current": ended_on > today}
    return dates


def _tie(change: Recording, person: Person, kind: str | None, how: str | None) -> None:
    if kind:
        one_of(kind, TIE_KINDS, called="a tie")
    write_tie(change, person, None, kind=kind, how=how)


def _company(text: str) -> str:
    return line(text, called="the company's name", most=300)


def _title(text: str) -> str:
    return line(text, called="the title", most=300)


def _note(text: str) -> str:
    return note(text, called=NOTE)
