"""Following through in words: events, offers, favours, promises."""

from typing import TYPE_CHECKING, Any

from firststep.interfaces.cli.terminal import Paper
from firststep.interfaces.words.counts import count, sentence, some
from firststep.interfaces.words.days import full_day, long_day
from firststep.interfaces.words.following import (
    event_stands,
    follow_up_stands,
    left_to_do,
    offer_stands,
)

if TYPE_CHECKING:
    from firststep.interfaces.answers.events import (
        EventAdded,
        EventCounted,
        EventShown,
        OfferMade,
        OfferShown,
    )
    from firststep.interfaces.answers.favours import FavourListed, FavourRecorded, PromiseShown
    from firststep.interfaces.answers.landing import LandedShown
    from firststep.interfaces.answers.met import SomebodyMet
    from firststep.interfaces.answers.news import NewsOfSomebody


def met(answer: "SomebodyMet", paper: Paper, _again: Any) -> None:
    """Whom one met, and until when to follow up; of a file that was only read, whom it holds."""
    for one in answer.people:
        paper.line(one.words)
    if answer.follow_up_by:
        by = long_day(answer.follow_up_by)
        paper.soft(f"Follow up by {by}; tomorrow is better. The {_messages(answer)}:")
    for one in answer.people:
        paper.command(f"firststep draft {one.approach_id}")
    if not answer.written:
        whom_read(answer, paper)
        paper.soft("Nothing was written yet. With --yes those who are sure are.")
    for left in [one for one in answer.understood if one.question and answer.written]:
        paper.line(f"Not written: {left.name or left.email}. {left.question}", hang=2)


def _messages(answer: "SomebodyMet") -> str:
    return "message" if len(answer.people) == 1 else "messages"


def whom_read(answer: "SomebodyMet", paper: Paper) -> None:
    """Everybody a file was read to hold, and what is to be asked first."""
    for one in answer.understood:
        post = ", ".join(filter(None, (one.title, one.company)))
        ways = ", ".join(filter(None, (one.email, one.phone, one.linkedin)))
        known = f"known as {one.known_as}" if one.known_as else ""
        paper.accent("; ".join(filter(None, (one.name, post, ways, known))) or "?")
        for words in filter(None, (one.said, one.question)):
            paper.line(words, indent=2, hang=2)


def event_added(answer: "EventAdded", paper: Paper, _again: Any) -> None:
    paper.line(f"{answer.name}, {full_day(answer.on)}. Written down.")
    paper.soft("Whom you could look for there, and what to ask:")
    paper.command(f"firststep event show {answer.event_id}")


def events(answer: "list[EventCounted]", paper: Paper, _again: Any) -> None:
    if not answer:
        paper.line("No events yet. A talk, a fair or a mixer counts.")
        paper.command('firststep event add "The name" --on YYYY-MM-DD')
    for one in answer:
        paper.accent(f"{one.name}, {full_day(one.on)}")
        paper.line(event_stands(one), indent=2)


def event(answer: "EventShown", paper: Paper, _again: Any) -> None:
    """Before it whom to look for; after it whom to follow up with."""
    paper.title(", ".join(filter(None, (answer.name, answer.place, full_day(answer.on)))))
    if answer.purpose:
        paper.soft(answer.purpose)
    paper.line(event_stands(answer))
    if answer.talked_with:
        paper.soft(f"You talked with {some([one.name for one in answer.talked_with], 5)}.")
    if answer.people:
        _people_met(answer, paper)
    else:
        _before_event(answer, paper)


def _people_met(answer: "EventShown", paper: Paper) -> None:
    for person in answer.people:
        paper.table([(str(person.approach_id), person.name, follow_up_stands(person))])
        for words in filter(None, (person.said, *map(_i_promised, person.promised))):
            paper.soft(words, indent=6, hang=2)
    to_write = [one for one in answer.people if one.followed_up_on is None and one.way_known]
    if to_write and answer.clock != "ended":
        paper.soft("The message to each:")
    for one in to_write if answer.clock != "ended" else ():
        paper.command(f"firststep draft {one.approach_id}")


def _before_event(answer: "EventShown", paper: Paper) -> None:
    if answer.worth_finding:
        paper.space()
        paper.line("Worth finding there:")
    for one in answer.worth_finding:
        who = one.name or f"the {one.title}"
        paper.line(f"{who}, {one.company}. {one.why}", indent=2, hang=2)
    if answer.questions:
        paper.space()
        paper.line("Two questions to begin with:")
    for question in answer.questions:
        paper.line(question, indent=2, hang=2)
    paper.space()
    paper.soft("Whom you meet, a line each:")
    paper.command(f'firststep met "Their Name, Title, Company" --at {answer.event_id}')


def _i_promised(what: str) -> str:
    return f"You promised: {what}."


def offer_made(answer: "OfferMade", paper: Paper, _again: Any) -> None:
    when = f"from {long_day(answer.opens_on)}" if answer.opens_on else "tomorrow"
    paper.line(f"Written down. Few people take such an offer up; you can, {when}:")
    paper.command(f"firststep draft {answer.approach_id}")


def offers(answer: "list[OfferShown]", paper: Paper, _again: Any) -> None:
    if not answer:
        paper.line("No offers yet. When somebody says “write to me”, that is one.")
        paper.command('firststep offer add "Their Name" --says "write to me"')
    for one in answer:
        to = " to your class" if one.to == "class" else ""
        paper.accent(f"{one.name}{to}, {full_day(one.made_on)}")
        if one.says:
            paper.line(f"“{one.says}”", indent=2)
        paper.line(offer_stands(one), indent=2)


def favour(answer: "FavourRecorded", paper: Paper, _again: Any) -> None:
    paper.line(answer.words)


def favours(answer: "list[FavourListed]", paper: Paper, _again: Any) -> None:
    if not answer:
        paper.line("Nothing open. Favours you give and receive stand here.")
    paper.table(
        [(one.ref, one.name, f"{one.what}, {full_day(one.on)}. {left_to_do(one)}.")
         for one in answer]
    )  # fmt: skip
    ideas = [idea for one in answer for idea in one.ideas]
    for idea in dict.fromkeys(ideas):
        paper.soft(idea, indent=2, hang=2)


def promise(answer: "PromiseShown", paper: Paper, _again: Any) -> None:
    paper.line(sentence(_promised(answer)))


def promises(answer: "list[PromiseShown]", paper: Paper, _again: Any) -> None:
    if not answer:
        paper.line("Nothing was promised, or all of it was kept.")
    for one in answer:
        paper.line(sentence(_promised(one)), hang=2)


def _promised(one: "PromiseShown") -> str:
    who = f"you to {one.name}" if one.whose == "mine" else f"{one.name} to you"
    kept = f"kept {full_day(one.kept_on)}" if one.kept_on else "not kept yet"
    return f"{who}: {one.what}, {full_day(one.on)}, {kept}"


def landed(answer: "LandedShown", paper: Paper, _again: Any) -> None:
    """Where, whom to tell with the note ready, and what is left."""
    paper.title(f"You landed at {answer.company}, {full_day(answer.round_ended_on)}.")
    if answer.notes:
        paper.line("These people had a part in it. A note to each is ready:")
    for note in answer.notes:
        paper.space()
        paper.accent(f"{note.name}  ({note.ref})")
        paper.said(note.draft, blanks=note.blanks)
    paper.space()
    if answer.favours_open:
        paper.line(
            f"Still open: {count(answer.favours_open, 'favour').lower()}. Nothing is lost with "
            "the round."
        )
        paper.command("firststep favour list --open")
    if answer.still_agreed:
        paper.line(f"Still agreed: {', '.join(answer.still_agreed)}. Call it off, with thanks.")
    if answer.kept_in_touch:
        kept = count(answer.kept_in_touch, "person", "people").lower()
        paper.line(f"You stay in touch with {kept}, as before.")
    if answer.may_go:
        names = some([one.name for one in answer.may_go], 5)
        paper.line(f"No longer needed, and never answered: {names}. You can take them out:")
        paper.command("firststep forget PERSON")
        paper.command("firststep landed --take-out   (all of them, for good)")
    paper.soft("The next search begins over the same people: firststep goal --new-round")


def news(answer: "list[NewsOfSomebody]", paper: Paper, _again: Any) -> None:
    if not answer:
        paper.line(
            "No news of anybody you know. A newer export of your connections may bring some."
        )
    for one in answer:
        paper.line(f"{one.name}: {one.what}, {full_day(one.on)}.", hang=2)
    if answer:
        paper.soft("Two lines to congratulate are enough.")
