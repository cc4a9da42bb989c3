"""Today, a draft and the ways in, in words."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from firststep.errors import CannotDo
from firststep.facts.channels import FACE_TO_FACE, by_words, channel_named
from firststep.facts.step_kinds import HAS_HOUR, STEP_KIND
from firststep.interfaces.answers.shell import bare, quoted
from firststep.interfaces.cli.terminal import Paper
from firststep.interfaces.words.counts import about, count, in_percent, sentence
from firststep.interfaces.words.days import full_day, long_day, nearby
from firststep.interfaces.words.steps import deed_there

if TYPE_CHECKING:
    from firststep.facts.draft import Finding
    from firststep.facts.plan import AfterYes
    from firststep.interfaces.answers.day import DayShown, StepOfTheDay
    from firststep.interfaces.answers.letters import DraftShown, MessageKept
    from firststep.interfaces.answers.ways_in import WayShown


def today(answer: "DayShown", paper: Paper, again: Any) -> None:
    """The day, its steps, the first one with its whole message."""
    paper.title(long_day(answer.on))
    paper.space()
    for one in answer.after_yes:
        _after_yes(one, paper)
    if answer.landed_at:
        paper.line(
            f"Your search has ended: you landed at {answer.landed_at}. Whom to tell, and what is "
            "left: firststep landed"
        )
    cards = answer.cards
    if not cards:
        _nothing_today(answer, paper)
        return
    minutes = about(sum(card.minutes for card in cards))
    paper.line(f"{count(len(cards), 'small step')}, {minutes}.")
    for number, card in enumerate(cards, 1):
        paper.space()
        _card(number, card, paper)
        if number == 1:
            _its_message(card, paper, again)
        _then(card, paper, again)
    paper.space()
    _the_rest(answer, paper)


def _after_yes(one: "AfterYes", paper: Paper) -> None:
    """What is left after a yes from an employer, with the letters to who helped."""
    paper.accent(one.words[0])
    for words in one.words[1:]:
        paper.line(words, indent=2)
    if one.stage == "interview":
        paper.command(f"firststep interview {quoted(one.company)}", indent=2)
    for person in one.tell[:3]:
        paper.command(f"firststep draft p{person.person_id}", indent=2)
    for person in one.ask[:1]:
        paper.command(f"firststep ask p{person.person_id} advice", indent=2)
    paper.space()


def _card(number: int, card: "StepOfTheDay", paper: Paper) -> None:
    whose = {"name": card.name, "company": card.company, "seat": card.seat}
    said = deed_there(card.kind, **whose, late=card.late, wayless=card.finds_way)
    late = f" Open since {long_day(card.due_on)}." if card.late else ""
    paper.accent(f"{number}  {sentence(said)[:-1]}, {card.minutes} min", hang=3)
    paper.line(sentence(card.why) + late, indent=3)
    if card.kind == "call" and card.number:
        paper.line(
            f"Call {card.number}{f', {card.company}' if card.put_through else ''}.", indent=3
        )


def _its_message(card: "StepOfTheDay", paper: Paper, again: Any) -> None:
    if not STEP_KIND[card.kind].is_worded or not card.ref:
        return
    try:
        written = again("draft", ref=card.ref)
    except CannotDo:
        return
    paper.space()
    _message(written, paper, indent=3)
    paper.space()


def _then(card: "StepOfTheDay", paper: Paper, again: Any) -> None:
    """The command that says it is done, with the reference it takes."""
    if card.kind == "decide_goal":
        _then_choose(paper, again)
        return
    for link in card.search_links:
        paper.soft(link, indent=3)
    for command in commands_after(card):
        paper.command(command, indent=3)


def commands_after(card: "StepOfTheDay") -> list[str]:
    """What to type once a step is taken, ready to be copied."""
    said = {
        "ref": card.ref,
        "person_id": card.person_id,
        "heard_id": card.heard_id,
        "name_typed": quoted(card.name),
        "company_typed": quoted(card.company),
        "seat_typed": quoted(card.seat),
        "wrote_typed": quoted(f"Wrote to {card.name}"),
    }
    return [command.format(**said) for command in _typed(card)]


def _typed(card: "StepOfTheDay") -> tuple[str, ...]:
    """The commands of a step, by the way it takes."""
    kind = STEP_KIND["find_address" if card.finds_way else card.kind]
    if card.asked_to_be_rung:
        return kind.typed[1:]  # not by a switchboard
    if kind.is_first_note and card.channel == FACE_TO_FACE:
        return ("firststep talked {ref}",)
    return kind.typed


def _then_choose(paper: Paper, again: Any) -> None:
    """The goal as it stands, to be said again or otherwise: naming the work ends exploring."""
    role, department, places, exploring = "Buyer", "Purchasing", ["Hamburg"], False
    with suppress(CannotDo):
        goal = again("goal")
        role, department = goal.role or role, goal.department or department
        places = goal.places or ([] if goal.role else places)
        exploring = goal.stage == "exploring"
    words = [f"--role {bare(role)}", f"--department {bare(department)}"]
    words += [f"--place {bare(place)}" for place in places]
    paper.command(f"firststep goal {' '.join(words)}", indent=3)
    if exploring:
        paper.soft("Typing it ends exploring. Change its words to what you want.", indent=3)


def _nothing_today(answer: "DayShown", paper: Paper) -> None:
    if not answer.landed_at:
        paper.line("A day off." if answer.day_off else "Done for today.")
    if first := answer.coming:
        if first.kind in HAS_HOUR:  # with its hour, or that it is past
            for one in answer.next_meetings:
                paper.line(one.why)
            return
        when = nearby(first.on, today=answer.on)
        said = deed_there(first.kind, name=first.name, company=first.company)
        paper.line(f"The next step is {when}: {said}.")
    elif answer.landed_at:
        return
    elif answer.waiting:
        paper.line("What is left waits for others. A few more companies keep it going:")
        paper.command("firststep company suggest")
    else:
        paper.line(
            'Nothing is planned yet. Companies make the plan grow: firststep company add "Acme"'
        )


def _the_rest(answer: "DayShown", paper: Paper) -> None:
    said = "Nothing else needs you today."
    if answer.rolled_over:
        said += f" {count(answer.rolled_over, 'more step', 'more steps')} can wait."
    if waits := len(answer.waiting):
        said += f" {count(waits, 'rests', 'rest')} until the day comes."
    paper.soft(said)


def draft(answer: "DraftShown", paper: Paper, _again: Any) -> None:
    """One message, its blanks, and what the review says of it."""
    if answer.kept:
        day = full_day(answer.kept.kept_on)
        paper.soft(f"The text you kept on {day}. To begin anew, add --fresh.")
        paper.space()
    _message(answer, paper, indent=0)
    if answer.voicemail:
        paper.space()
        paper.line("If the machine answers:")
        paper.said(answer.voicemail, blanks=answer.blanks, indent=0)
    _findings(answer.findings, paper)
    others = [name for name in answer.wordings if name != answer.wording]
    if others:
        paper.space()
        paper.soft(f"To word it otherwise, add --wording {' or --wording '.join(others)}.")


def message_kept(answer: "MessageKept", paper: Paper, _again: Any) -> None:
    """That it stands kept, what is left to fill in, and what the review says of it."""
    paper.line(f"Kept, your draft to {answer.name}. Nothing has gone out.")
    _blanks(answer.blanks, paper, indent=0)
    _findings(answer.findings, paper)


def _message(written: "DraftShown", paper: Paper, *, indent: int) -> None:
    if written.to:
        paper.line(f"{channel_named(written.channel).to}: {written.to}", indent=indent)
        if not written.subject:
            paper.space()
    if written.subject:
        paper.line(f"Subject: {written.subject}", indent=indent)
        paper.space()
    paper.said(written.body, blanks=written.blanks, indent=indent)
    _blanks(written.blanks, paper, indent=indent)


def _blanks(blanks: Sequence[str], paper: Paper, *, indent: int) -> None:
    if blanks:
        paper.space()
        said = "; ".join(one.strip("[]") for one in blanks)
        paper.accent(f"Yours to fill in: {said}.", indent=indent, hang=2)


def _findings(findings: "Sequence[Finding]", paper: Paper) -> None:
    for found in findings:
        if found.rule != "W4":  # the blanks stand under the message already
            paper.space()
            paper.soft(sentence(found.words))


def path(answer: "list[WayShown]", paper: Paper, _again: Any) -> None:
    """The ways in, the best first."""
    if not answer:
        paper.line("No way in yet. Find out who works there: firststep who COMPANY")
        return
    for number, way in enumerate(answer, 1):
        names = " and ".join(way.via)
        said = f"Through {names}" if names else "Directly"
        paper.accent(f"{number}  {said} {by_words(way.channel)}".rstrip(), hang=3)
        chance = way.chance
        paper.line(sentence(way.why), indent=3)
        paper.soft(
            f"A yes in {in_percent(chance.mean)} of such cases, "
            f"between {in_percent(chance.low)} and {in_percent(chance.high)}; "
            f"{_rests_on(chance.n)}.",
            indent=3,
        )
        if way.blocked_until:
            paper.soft(f"Not before {long_day(way.blocked_until)}.", indent=3)


def _rests_on(settled: int) -> str:
    if not settled:
        return "an assumption, as none of yours is settled yet"
    people = count(settled, "settled person", "settled people").lower()
    return f"an assumption and {people} of yours"
