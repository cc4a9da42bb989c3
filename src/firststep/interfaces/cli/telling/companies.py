"""The goal, companies, seats, and whom one knows there, in words."""

from typing import TYPE_CHECKING, Any

from firststep.facts.line_kinds import LINE_KIND
from firststep.interfaces.answers.shell import quoted
from firststep.interfaces.cli.terminal import Paper
from firststep.interfaces.words.counts import count, sentence, some
from firststep.interfaces.words.days import full_day
from firststep.interfaces.words.following import learned_by_kind
from firststep.interfaces.words.people import TIES, part_words
from firststep.interfaces.words.stages import STAGES

if TYPE_CHECKING:
    from firststep.interfaces.answers.asked_there import AdviceAsked
    from firststep.interfaces.answers.companies import (
        CompanyCounted,
        CompanySuggested,
        OpeningSeen,
        SeatNamed,
    )
    from firststep.interfaces.answers.goal import PresentGoal
    from firststep.interfaces.answers.who import Acquaintance, SeatToKnow, WhoThere


def goal(answer: "PresentGoal", paper: Paper, _again: Any) -> None:
    if answer.stage == "exploring":
        paper.title("You are finding out what you want.")
        if answer.until:
            paper.line(f"Until {full_day(answer.until)}, then it is time to choose.")
    if answer.role:
        department = f" in {answer.department}" if answer.department else ""
        paper.title(f"{answer.role}{department}")
    if answer.places:
        paper.line("Places: " + ", ".join(answer.places))
    if answer.background:
        paper.line(f"In your letters: {answer.background}")
    elif answer.role:
        paper.soft("Say once what you have done, and it stands in every letter:")
        paper.command('firststep goal --background "I have …"', indent=2)
    paper.soft(f"{answer.minutes_a_day} minutes a day.")
    _learned(answer, paper)
    if heard := getattr(answer, "heard_of", ()):
        paper.line(f"Heard of on the way, and not on your list: {', '.join(heard)}.")
        paper.command("firststep company suggest", indent=2)


def _learned(answer: "PresentGoal", paper: Paper) -> None:
    """What talks taught about the work."""
    for words, lessons in learned_by_kind(answer.learned):
        paper.accent(words)
        for one in lessons:
            paper.line(f"{one.what} ({one.name}, {full_day(one.on)})", indent=2, hang=2)


def table(answer: "list[CompanyCounted]", paper: Paper, _again: Any) -> None:
    """The targets, a row each."""
    if not answer:
        paper.line('No companies on your list yet. Add one: firststep company add "Acme"')
        return
    paper.line(f"{count(len(answer), 'company', 'companies')} on your list.")
    paper.space()
    rows = [
        (str(one.company_id), one.name, f"wanted {one.motivation} of 5", _known(one))
        for one in answer
    ]
    paper.table(rows)


def _known(one: "CompanyCounted") -> str:
    parts = [f"{one.known} known" if one.known else "nobody yet"]
    if one.met:
        parts.append(f"{one.met} met")
    if one.seats:
        parts.append("seat named" if one.seats_named else "seat without a name")
    if one.stage:
        parts.append(STAGES[one.stage].lower())
    return ", ".join(parts)


def one(answer: "CompanyCounted", paper: Paper, _again: Any) -> None:
    """One company, as it stands now."""
    on_list = "on your list" if answer.target else "not on your list"
    paper.line(f"{answer.name}, {on_list}, wanted {answer.motivation} of 5.")
    paper.line(sentence(_known(answer)))
    if answer.aliases:
        paper.soft("Also called " + ", ".join(answer.aliases) + ".")
    if answer.opening:
        paper.soft(f"Opening: {answer.opening}")
    paper.command(f"firststep who {quoted(answer.name)}")


def opening(answer: "OpeningSeen", paper: Paper, _again: Any) -> None:
    """An opening, and who could refer one there."""
    what = answer.role or "An opening"
    paper.line(f"{what} at {answer.company}, seen {full_day(answer.seen_on)}.")
    if answer.applied_on:
        paper.line(f"You applied on {full_day(answer.applied_on)}.")
    if answer.link:
        paper.raw(answer.link)
    if not answer.referrers:
        paper.line("You know nobody there yet who could refer you.")
        return
    paper.line("Who could refer you there:")
    paper.table(
        [
            (f"p{one.person_id}", one.name, "asked" if one.asked else "not asked yet")
            for one in answer.referrers
        ]
    )


def dropped(answer: "CompanyCounted", paper: Paper, _again: Any) -> None:
    paper.line(f"{answer.name} is off your list. Its people stay; open threads run to their end.")


def suggested(answer: "list[CompanySuggested]", paper: Paper, _again: Any) -> None:
    if not answer:
        paper.line(
            "Nothing to suggest: nobody in your address book works where your goal would be, as "
            "far as is known."
        )
        return
    paper.line("Employers that fit your goal, and why:")
    for found in answer:
        paper.space()
        paper.accent(found.name)
        paper.line(sentence(found.why), indent=2)
        paper.command(f"firststep company add {quoted(found.name)}", indent=2)


def seat(answer: "SeatNamed", paper: Paper, _again: Any) -> None:
    holder = answer.holder or "name not known yet"
    paper.line(f"{answer.title} at {answer.company}: {holder} (s{answer.seat_id}).")


def who(answer: "WhoThere | list[WhoThere]", paper: Paper, _again: Any) -> None:
    """Whom one knows at a company; all targets in a row each without one."""
    if isinstance(answer, list):
        _everywhere(answer, paper)
        return
    paper.title(answer.company)
    paper.space()
    _people_there(answer, paper)
    for found in answer.seats:
        paper.space()
        _seat(found, paper)
    for asked in answer.advice:
        paper.space()
        _advice(asked, paper)


def _people_there(answer: "WhoThere", paper: Paper) -> None:
    known = [one for one in answer.known if one.tie]
    named = [one for one in answer.known if not one.tie]
    if not known:
        paper.line("You know nobody there yet.")
    for one in known:
        _known_person(one, paper)
    if named:
        paper.space()
        paper.line("Named, and not known to you:")
    for one in named:
        _known_person(one, paper)


def _everywhere(answer: "list[WhoThere]", paper: Paper) -> None:
    if not answer:
        paper.line('No companies on your list yet. Add one: firststep company add "Acme"')
        return
    rows = []
    for one_company in answer:
        shown = some([known.name for known in one_company.known if known.tie], 3)
        rows.append((one_company.company, shown or _nobody_yet(one_company)))
    paper.table(rows)
    empty = next((one.company for one in answer if not any(k.tie for k in one.known)), None)
    if empty is not None:
        paper.space()
        paper.soft("Where you know nobody, look for the name of who runs the department. Links:")
        paper.command(f"firststep who {quoted(empty)}")


def _nobody_yet(one_company: "WhoThere") -> str:
    """What to do where nobody is known."""
    seat = next(iter(one_company.seats), None)
    if seat is None:
        return "nobody yet; say which post you should know there"
    if seat.holder:
        return f"nobody yet but {seat.holder}, {seat.title}"
    return f"nobody yet; find the {seat.title}"


def _known_person(known: "Acquaintance", paper: Paper) -> None:
    title = f", {known.title}" if known.title else ""
    formerly = "" if known.current else ", formerly"
    paper.line(f"p{known.person_id}  {known.name}{title}{formerly}", hang=2)
    tie = TIES[known.tie] if known.tie else ""
    parts = [part_words(known.part, known.part_sureness), tie, known.why]
    if known.sureness == "weak":
        parts.append("not confirmed yet")
    if known.do_not_contact:
        parts.append("not to be contacted")
    paper.soft(sentence("; ".join(part for part in parts if part)), indent=4)


def _advice(asked: "AdviceAsked", paper: Paper) -> None:
    """What somebody there was asked for advice on, and what they said."""
    paper.accent(asked.question or "Advice")
    paper.soft(f"{asked.name}, asked {full_day(asked.asked_on)}", indent=2)
    if not asked.said:
        paper.line("Nothing yet.", indent=2)
    for line in asked.said:
        paper.soft(f"{sentence(LINE_KIND[line.kind].words)} {full_day(line.on)}", indent=2)
        for part in line.text.splitlines():
            paper.line(part, indent=2)


def _seat(found: "SeatToKnow", paper: Paper) -> None:
    if found.holder:
        by_title = " (by title)" if found.by_title else ""
        paper.line(f"s{found.seat_id}  {found.title}: {found.holder}{by_title}")
        return
    paper.line(f"s{found.seat_id}  {found.title}: name not known yet", hang=2)
    for proposed in found.proposed:
        paper.line(f"Perhaps {proposed.name}: {proposed.why}", indent=4, hang=2)
    paper.soft("Links to look for the name, for you to open:", indent=4)
    for link in found.search_links:
        paper.raw(f"    {link}")
