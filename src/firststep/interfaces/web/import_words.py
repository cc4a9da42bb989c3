"""What files hold, in words: counts, what else was seen, remarks, and a list's columns."""

from collections.abc import Mapping
from dataclasses import dataclass

from firststep.bringing.formats import FORMATS as READERS
from firststep.bringing.import_answer import FileAnswer
from firststep.bringing.reader.reading_files import columns_in
from firststep.bringing.remark_words import encoding_told, remark_told
from firststep.facts.said import say, say_number, say_of, to_say
from firststep.interfaces.web import uploads
from firststep.interfaces.web.working import GivenFiles
from firststep.interfaces.words.counts import within
from firststep.interfaces.words.files import COLUMN_WORDS, seen_words, unread_words

SaidBefore = Mapping[tuple[str, ...], Mapping[str, str]]
FORMATS = {
    "": to_say("Find out by itself"),
    "companies": to_say("Companies you would like to work for"),
    "linkedin_imported": to_say("Addresses you once gave LinkedIn"),
}


@dataclass(slots=True, kw_only=True)
class FileTold:
    """One file of a preview."""

    name: str
    says: str
    counts: tuple[tuple[str, int], ...]
    seen: str
    unread: str
    letters: str
    in_touch: int
    complaints: list[str]
    notes: list[str]
    columns: "Columns | None" = None

    @property
    def sentence(self) -> str:
        """10 rows: 9 new, 1 left out."""
        (_, rows), *rest = self.counts
        told = ", ".join(f"{say_number(n)} {within(words)}" for words, n in rest if n)
        return say_of(
            "{n} row: {told}.", "{n} rows: {told}.", rows, told=told or say("nothing new")
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    name: str
    field: str
    first: str  # what stands in it in the first rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A list's columns with what each is taken for, and its first rows; `place` among the files."""

    place: int
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    fields: tuple[tuple[str, str], ...] = tuple(COLUMN_WORDS.items())


def file_told(answer: FileAnswer) -> FileTold:
    """One file of an import's answer, for reading."""
    says = {one.name: one.says for one in READERS}
    counts = (
        (to_say("Rows"), answer.rows),
        (to_say("New"), answer.new),
        (to_say("Changed"), answer.changed),
        (to_say("The same as before"), answer.same),
        (to_say("Left out"), answer.skipped),
        (to_say("Without a name"), answer.hidden),
    )
    always = {"Rows", "New", "Changed", "The same as before"}
    return FileTold(
        name=answer.name,
        says=say(says[answer.format]) if answer.format in says else "",
        counts=tuple((say(words), n) for words, n in counts if n or words in always),
        seen=seen_words(answer.tally),
        unread=unread_words(answer.unread),
        letters=encoding_told(answer.encoding, answer.sample),
        in_touch=answer.in_touch,
        complaints=[remark_told(one) for one in answer.complaints],
        notes=[remark_told(one) for one in answer.notes],
    )


def mapping_screen(given: GivenFiles, place: int, before: SaidBefore) -> Columns | None:
    """The columns of one file with what was said of them, now or before, or is guessed.

    None for what is no table.
    """
    name, key = given.files[place]
    found = columns_in(name, uploads.kept(key))
    if not found.get("columns"):
        return None
    earlier = before.get(tuple(found["columns"]), {})
    said = found["guess"] | earlier | given.mappings.get(place, {})
    firsts = [[row[at] for row in found["rows"]] for at in range(len(found["columns"]))]
    columns = tuple(
        Column(name=column, field=said.get(column, "nothing"), first=", ".join(filter(None, cells)))
        for column, cells in zip(found["columns"], firsts, strict=True)
    )
    rows = tuple(map(tuple, found["rows"]))
    return Columns(place=place, name=name, columns=columns, rows=rows)
