"""People, what is known of them, and what an import brought, in words."""

from typing import TYPE_CHECKING, Any

from firststep.bringing.remark_words import encoding_told, remark_told
from firststep.facts.asks import ASK_KIND
from firststep.facts.line_kinds import LINE_KIND
from firststep.interfaces.cli.terminal import Paper
from firststep.interfaces.words.counts import figures, sentence, some
from firststep.interfaces.words.days import full_day, long_day
from firststep.interfaces.words.files import mapping_words, seen_words, unread_words
from firststep.interfaces.words.people import difference_words, how_close

if TYPE_CHECKING:
    from firststep.bringing.import_answer import FileAnswer, ImportAnswer
    from firststep.interfaces.answers.between import TouchCorrected
    from firststep.interfaces.answers.merging import KeptApart, LikelyPair, MadeOne
    from firststep.interfaces.answers.persons import (
        PersonShown,
        PositionShown,
        TieSaid,
        TieShown,
    )
    from firststep.verbs.people.import_undo import Undone


def person(answer: "PersonShown", paper: Paper, _again: Any) -> None:
    """One person whole."""
    paper.title(f"{answer.name} (p{answer.person_id})")
    if answer.do_not_contact:
        paper.accent("Not to be contacted.")
    for post in answer.positions:
        paper.line(_post(post), hang=2)
    for found in filter(None, (*answer.emails, *answer.phones, answer.linkedin)):
        paper.soft(found)
    for one in answer.ties:
        _tie(one, paper)
    if answer.no_tie_why:
        paper.soft(answer.no_tie_why)
    if answer.note:
        paper.line(answer.note)
    _approaches(answer, paper)
    _touches(answer, paper)


def _post(post: "PositionShown") -> str:
    title = f"{post.title}, " if post.title else ""
    former = "" if post.current else f", until {full_day(post.to) or 'earlier'}"
    return f"{title}{post.company}{former}"


def _tie(one: "TieShown", paper: Paper) -> None:
    if one.person_id is not None:
        how = f": {one.how}" if one.how else ""
        paper.line(sentence(f"knows {one.with_}{how}"))
        return
    paper.line(sentence(how_close(one.kind, one.since, one.how)))
    paper.soft(one.why)


def _approaches(answer: "PersonShown", paper: Paper) -> None:
    for one in answer.approaches:
        state = f"closed {full_day(one.closed_on)}" if one.closed_on else "open"
        paper.line(f"Approach {one.approach_id}, {state}: asked for {ASK_KIND[one.ask].noun}.")


def _touches(answer: "PersonShown", paper: Paper) -> None:
    for one in answer.calls:
        paper.soft(f"You rang on {full_day(one.on)}; nobody answered.")
    if not answer.touches:
        paper.soft("Nothing yet between you in this campaign.")
        return
    paper.space()
    paper.table(
        [
            (
                f"touch {one.touch_id}",
                full_day(one.on),
                LINE_KIND[one.kind].words,
            )
            for one in answer.touches
        ]
    )


def position(answer: "PositionShown", paper: Paper, _again: Any) -> None:
    title = f"{answer.title} at " if answer.title else ""
    paper.line(f"Written down: {title}{answer.company} (position {answer.position_id}).")


def touch(answer: "TouchCorrected", paper: Paper, _again: Any) -> None:
    if answer.deleted:
        paper.line("Taken out. The plan is as if it had not happened.")
    else:
        paper.line(f"It stands on {long_day(answer.on)} {answer.on.year} now.")


def tie(answer: "TieSaid", paper: Paper, _again: Any) -> None:
    paper.line("Taken out." if answer.dropped else "Written down.")


def merged(answer: "list[LikelyPair] | MadeOne | KeptApart", paper: Paper, _again: Any) -> None:
    """Who is likely the same; or what was made one, kept apart, taken back."""
    from firststep.interfaces.answers.merging import KeptApart, TwoAgain

    if isinstance(answer, list):
        _pairs(answer, paper)
    elif isinstance(answer, KeptApart):
        paper.line("Two people, then. You are not asked again.")
    elif isinstance(answer, TwoAgain):
        paper.line("Two people again, each with what was theirs.")
    else:
        paper.line(f"One person now, number {answer.person_id}.")
        for one in answer.differed:
            words = difference_words(one.field, one.value, one.other, one.why)
            paper.soft(words, indent=2, hang=2)
        paper.soft(f"To take it back: firststep merge --undo {answer.merge_id}")


def _pairs(pairs: "list[LikelyPair]", paper: Paper) -> None:
    if not pairs:
        paper.line("Nobody stands in your address book twice, as far as can be told.")
    for pair in pairs[:20]:
        paper.line(f"{pair.a_name} ({pair.a}) and {pair.b_name} ({pair.b})")
        paper.soft(pair.why, indent=2, hang=2)
        for one in pair.differs:
            words = difference_words(one.field, one.value, one.other, one.why)
            paper.soft(words, indent=2, hang=2)
        paper.command(f"firststep merge {pair.a} {pair.b}", indent=2)
    if len(pairs) > 20:
        paper.soft(f"and {len(pairs) - 20} more pairs after these")
    if pairs:
        paper.soft("Two people after all? Add --not and you are not asked again.")


def imported(answer: "ImportAnswer | Undone", paper: Paper, _again: Any) -> None:
    """What an import brought, file by file; or what its undoing took back."""
    from firststep.verbs.people.import_undo import Undone

    if isinstance(answer, Undone):
        _removed(answer, paper)
        return
    for file in answer.files:
        _file(file, paper)
    if answer.import_id is not None:
        paper.soft(f"To take it all back: firststep import --undo {answer.import_id}")
    elif any(file.new or file.changed for file in answer.files):
        paper.line("Nothing was written: this only shows what would happen.")
    else:
        paper.line("Nothing here is new, so nothing was written.")


def _file(file: "FileAnswer", paper: Paper) -> None:
    from firststep.bringing.formats import FORMATS

    says = {one.name: one.says for one in FORMATS}
    paper.title(f"{file.name}: {says.get(file.format, file.format)}")
    paper.line(f"{figures(file.rows, 'row')}: {_counted(file)}.")
    _seen(file, paper)
    if file.unread:
        paper.line(unread_words(file.unread), indent=2, hang=2)
    if file.mapping:
        paper.soft(f"{mapping_words(file.mapping)}.", indent=2, hang=2)
        paper.soft('Is it otherwise? Say so: --map "Column=field"', indent=2, hang=2)
    if told := encoding_told(file.encoding, file.sample):
        paper.line(told, indent=2, hang=2)
    for note in file.notes[:5]:
        paper.soft(remark_told(note), indent=2, hang=2)
    if len(file.notes) > 5:
        paper.soft(f"and {len(file.notes) - 5} more such notes", indent=2)
    for complaint in file.complaints[:20]:
        paper.line(remark_told(complaint), indent=2, hang=2)
    if len(file.complaints) > 20:
        paper.line(f"and {len(file.complaints) - 20} more rows left out", indent=2)


def _counted(file: "FileAnswer") -> str:
    counts = [(file.new, "new"), (file.same, "already here"), (file.changed, "changed"),
              (file.skipped, "skipped"), (file.hidden, "whose name LinkedIn hides")]  # fmt: skip
    if said := [f"{n:,} {words}" for n, words in counts if n]:
        return ", ".join(said)
    if file.format == "linkedin_profile":
        return "your own name and headline"
    return "nobody new" if file.tally else "nothing new"


def _seen(file: "FileAnswer", paper: Paper) -> None:
    """Messages, mails and meetings; whom they name is counted though they have no row."""
    if seen := seen_words(file.tally):
        named = " Whom they name is counted above." if file.new > file.rows else ""
        paper.soft(f"Seen in it: {seen}.{named}", indent=2, hang=2)
    if file.in_touch:
        whom = figures(file.in_touch, "person", "people")
        told = f"It tells when you were in touch with {whom} you know already."
        paper.soft(told, indent=2, hang=2)


def _removed(answer: "Undone", paper: Paper) -> None:
    removed = answer.removed
    paper.line(
        f"Taken back: {figures(removed['people'], 'person', 'people')}, "
        f"{figures(removed['companies'], 'company', 'companies')}, "
        f"{figures(removed['positions'], 'position')}."
    )
    if answer.kept:
        names = some([one.name for one in answer.kept], 10)
        paper.line(f"Kept, because something happened with them since: {names}.")
