"""People, what is known of them, and what an import brought, in words."""

from typing import Any

from firststep.bringing.remark_words import encoding_told, remark_told
from firststep.interfaces.answers.import_words import mapping_words, seen_words
from firststep.interfaces.cli.telling import phrases
from firststep.interfaces.cli.terminal import Paper

Json = dict[str, Any]


def person(answer: Json, paper: Paper, _again: Any) -> None:
    """One person whole."""
    paper.title(f"{answer['name']} (p{answer['person_id']})")
    if answer["do_not_contact"]:
        paper.accent("Not to be contacted.")
    for post in answer["positions"]:
        title = f"{post['title']}, " if post["title"] else ""
        former = "" if post["current"] else f", until {phrases.with_year(post['to']) or 'earlier'}"
        paper.line(f"{title}{post['company']}{former}", hang=2)
    for found in (*answer["emails"], *answer["phones"], answer["linkedin"]):
        if found:
            paper.soft(found)
    for one in answer["ties"]:
        how = f": {one['how']}" if one["how"] else ""
        whom = "You" if one["with"] == "you" else one["with"]
        said = phrases.TIES[one["kind"]] if whom == "You" else f"knows {whom}"
        paper.line(phrases.sentence(f"{said}{how}"))
        if whom == "You" and one["why"]:
            paper.soft(one["why"])
    if answer["no_tie_why"]:
        paper.soft(answer["no_tie_why"])
    if answer["note"]:
        paper.line(answer["note"])
    _approaches(answer, paper)
    _touches(answer, paper)


def _approaches(answer: Json, paper: Paper) -> None:
    for one in answer["approaches"]:
        state = f"closed {phrases.with_year(one['closed_on'])}" if one["closed_on"] else "open"
        paper.line(f"Approach {one['approach_id']}, {state}: asked {phrases.ASKS[one['ask']]}.")


def _touches(answer: Json, paper: Paper) -> None:
    for one in answer["calls"]:
        paper.soft(f"You rang on {phrases.with_year(one['on'])}; nobody answered.")
    if not answer["touches"]:
        paper.soft("Nothing yet between you in this campaign.")
        return
    paper.space()
    paper.table(
        [
            (
                f"touch {one['touch_id']}",
                phrases.with_year(one["on"]),
                phrases.HAPPENED.get(one["kind"], one["kind"]),
            )
            for one in answer["touches"]
        ]
    )


def position(answer: Json, paper: Paper, _again: Any) -> None:
    title = f"{answer['title']} at " if answer["title"] else ""
    paper.line(f"Written down: {title}{answer['company']} (position {answer['position_id']}).")


def touch(answer: Json, paper: Paper, _again: Any) -> None:
    if answer["deleted"]:
        paper.line("Taken out. The plan is as if it had not happened.")
    else:
        on = answer["on"]
        paper.line(f"It stands on {phrases.in_words(on)} {on[:4]} now.")


def tie(answer: Json, paper: Paper, _again: Any) -> None:
    paper.line("Taken out." if answer["dropped"] else "Written down.")


def merged(answer: Json | list[Json], paper: Paper, _again: Any) -> None:
    """Who is likely the same; or what was made one, kept apart, taken back."""
    if isinstance(answer, list):
        _pairs(answer, paper)
    elif "same" in answer:
        paper.line("Two people, then. You are not asked again.")
    elif answer.get("undone"):
        paper.line("Two people again, each with what was theirs.")
    else:
        paper.line(f"One person now, number {answer['person_id']}.")
        paper.soft(f"To take it back: firststep merge --undo {answer['merge_id']}")


def _pairs(pairs: list[Json], paper: Paper) -> None:
    if not pairs:
        paper.line("Nobody stands in your address book twice, as far as can be told.")
    for pair in pairs[:20]:
        paper.line(f"{pair['a_name']} ({pair['a']}) and {pair['b_name']} ({pair['b']})")
        paper.soft(pair["why"], indent=2, hang=2)
        paper.command(f"firststep merge {pair['a']} {pair['b']}", indent=2)
    if len(pairs) > 20:
        paper.soft(f"and {len(pairs) - 20} more pairs after these")
    if pairs:
        paper.soft("Two people after all? Add --not and you are not asked again.")


def imported(answer: Json, paper: Paper, _again: Any) -> None:
    """What an import brought, file by file; or what its undoing took back."""
    if "removed" in answer:
        _removed(answer, paper)
        return
    for file in answer["files"]:
        _file(file, paper)
    if answer["import_id"] is None and any(f["new"] or f["changed"] for f in answer["files"]):
        paper.line("Nothing was written: this only shows what would happen.")
    elif answer["import_id"] is None:
        paper.line("Nothing here is new, so nothing was written.")
    else:
        paper.soft(f"To take it all back: firststep import --undo {answer['import_id']}")


def _file(file: Json, paper: Paper) -> None:
    from firststep.bringing.formats import FORMATS

    says = {one.name: one.says for one in FORMATS}
    paper.title(f"{file['name']}: {says.get(file['format'], file['format'])}")
    counts = [("new", "new"), ("same", "already here"), ("changed", "changed"),
              ("skipped", "skipped"), ("hidden", "whose name LinkedIn hides")]  # fmt: skip
    said = [f"{file[key]:,} {words}" for key, words in counts if file.get(key)]
    if not said and file["format"] == "linkedin_profile":
        said = ["your own name and headline"]
    told_of_oneself = not said and file["tally"]
    found = ", ".join(said) or ("nobody new" if told_of_oneself else "nothing new")
    paper.line(f"{phrases.plain(file['rows'], 'row')}: {found}.")
    _seen(file, paper)
    if file["mapping"]:
        paper.soft(f"{mapping_words(file['mapping'])}.", indent=2, hang=2)
        paper.soft('Is it otherwise? Say so: --map "Column=field"', indent=2, hang=2)
    if told := encoding_told(file["encoding"], file["sample"]):
        paper.line(told, indent=2, hang=2)
    for note in file["notes"][:5]:
        paper.soft(remark_told(note), indent=2, hang=2)
    if len(file["notes"]) > 5:
        paper.soft(f"and {len(file['notes']) - 5} more such notes", indent=2)
    for complaint in file["complaints"][:20]:
        paper.line(remark_told(complaint), indent=2, hang=2)
    if len(file["complaints"]) > 20:
        paper.line(f"and {len(file['complaints']) - 20} more rows left out", indent=2)


def _seen(file: Json, paper: Paper) -> None:
    """Messages, mails and meetings; whom they name is counted though they have no row."""
    if seen := seen_words(file["tally"]):
        named = " Whom they name is counted above." if file["new"] > file["rows"] else ""
        paper.soft(f"Seen in it: {seen}.{named}", indent=2, hang=2)
    if file["in_touch"]:
        whom = "person" if file["in_touch"] == 1 else "people"
        told = f"It tells when you were in touch with {file['in_touch']:,} {whom} you know already."
        paper.soft(told, indent=2, hang=2)


def _removed(answer: Json, paper: Paper) -> None:
    removed = answer["removed"]
    paper.line(
        f"Taken back: {phrases.plain(removed['people'], 'person', 'people')}, "
        f"{phrases.plain(removed['companies'], 'company', 'companies')}, "
        f"{phrases.plain(removed['positions'], 'position')}."
    )
    if answer["kept"]:
        names = ", ".join(str(one.get("name", one)) for one in answer["kept"][:10])
        names += f" and {len(answer['kept']) - 10} more" if len(answer["kept"]) > 10 else ""
        paper.line(f"Kept, because something happened with them since: {names}.")
