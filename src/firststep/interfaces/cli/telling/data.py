"""The data itself, in words: begun, taken out, put back, looked over."""

from typing import TYPE_CHECKING, Any

from firststep.interfaces.cli.terminal import Paper
from firststep.interfaces.words.counts import count

if TYPE_CHECKING:
    from firststep.interfaces.answers.goal import CampaignBegun
    from firststep.interfaces.answers.health import Health
    from firststep.interfaces.cli.completing import Script
    from firststep.verbs.safety.backup import BackedUp
    from firststep.verbs.safety.bring_back import BroughtBack
    from firststep.verbs.safety.export import Exported
    from firststep.verbs.safety.forget import Forgotten
    from firststep.verbs.safety.restore import Restored


def begun(_answer: "CampaignBegun", paper: Paper, _again: Any) -> None:
    paper.line("Your campaign is here, on this computer only.")
    paper.line("First say what you want:")
    paper.command("firststep goal --role Buyer --department Purchasing --place Hamburg", indent=2)


def backed_up(answer: "BackedUp", paper: Paper, _again: Any) -> None:
    paper.line(f"Everything is in {answer.file} ({_size(answer.size_bytes)}).")
    paper.soft("It holds other people's data: keep it where only you can read it.")


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, count // 1000)} kB"


def exported(answer: "Exported", paper: Paper, _again: Any) -> None:
    paper.line(f"Everything is in {answer.folder}:")
    for name in answer.files:
        paper.line(name, indent=2)
    paper.soft("It holds other people's data: keep it where only you can read it.")


def restored(answer: "Restored | BroughtBack", paper: Paper, _again: Any) -> None:
    from firststep.verbs.safety.bring_back import BroughtBack

    paper.line(f"Put back from {answer.file}.")
    if isinstance(answer, BroughtBack):
        people = count(answer.people, "person", "people")
        companies = count(answer.companies, "company", "companies")
        paper.line(f"{people} and {companies.lower()} came back.")
    if answer.kept:
        damaged = isinstance(answer, BroughtBack) or answer.damaged
        what = "The damaged file" if damaged else "What was there before"
        paper.soft(f"{what} is kept in {answer.kept}")


def forgotten(answer: "Forgotten", paper: Paper, _again: Any) -> None:
    rows = sum(answer.removed.values())
    paper.line(f"Forgotten everywhere. {rows} records are gone.")
    if not answer.overwritten:
        paper.soft("The file could not be written anew just now; the next forget does it.")
    for copy in answer.cleaned:
        paper.soft(f"They were taken out of this older copy too: {copy}")
    for copy in answer.deleted:
        paper.soft(f"This older copy told of them and could not be opened, so it is gone: {copy}")
    for copy in answer.copies:
        paper.accent(f"This copy still knows them; delete it when you can: {copy}")
    paper.soft("Copies that you moved elsewhere know them too.")


def doctor(answer: "Health", paper: Paper, _again: Any) -> None:
    """Each thing looked at, in order or not."""
    for check in answer.checks:
        mark = "ok" if check.ok else "look"
        style = paper.line if check.ok else paper.accent
        style(f"{mark:<4}  {check.words}", hang=6)
    paper.space()
    paper.line("All is in order." if answer.ok else "Some of this needs a look.")


def completion(answer: "Script", paper: Paper, _again: Any) -> None:
    paper.raw(answer.script.rstrip("\n"))
