"""The wordings on the terminal: a list, a text, what became of one."""

from typing import TYPE_CHECKING, Any

from firststep.interfaces.cli.terminal import Paper

if TYPE_CHECKING:
    from firststep.interfaces.answers.wordings import WordingChanged, WordingRow, WordingShown

MARKS = {"shipped": "", "changed": " (changed by you)", "own": " (your own)"}


def wording_list(answer: "list[WordingRow]", paper: Paper, _again: Any) -> None:
    """Each by its name, with what it is for; what cannot be read any more, with the reason."""
    paper.table([(one.name, f"{one.title}{MARKS[one.whose]}") for one in answer])
    for one in (row for row in answer if row.unread):
        paper.space()
        paper.line(f"Your text of {one.name} is not used any more. {one.unread}")
    paper.space()
    paper.soft("See one whole: firststep wording show NAME. Change it in a file, then:")
    paper.command("firststep wording edit NAME --file FILE")


def wording_show(answer: "WordingShown", paper: Paper, _again: Any) -> None:
    """The text itself, so that it can go into a file."""
    for line in answer.text.rstrip().splitlines():
        paper.raw(line)


def wording_kept(answer: "WordingChanged", paper: Paper, _again: Any) -> None:
    if answer.whose is None:
        paper.line(f"Taken out: {answer.name}.")
        return
    if answer.whose == "shipped":
        paper.line(f"{answer.name} is again as it came along.")
        return
    paper.line(f"Kept. Drafts are worded by {answer.name} from now on, wherever it fits best.")
    paper.soft(f"To go back: firststep wording reset {answer.name}.")
