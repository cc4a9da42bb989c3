"""A text taken apart into sentences, each as it stands there. Pure."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MOST = 200  # sentences looked at
_LONGEST = 600  # letters of a sentence looked at
_SHORT_LINE = 46  # letters: a line that long may have been broken by a program
_STOP = re.compile(r"(?:[.!?…]+[)\"'”’]*|\.{3,}|;)(?=\s|$)|(?<=[\w)])(?=\s*[😀-🙏🌀-🗿🚀-🛿☺-⛿])")
_ABBREVIATED = re.compile(
    r"(?i)(?:^|[\s(.])(?:dr|prof|mr|mrs|ms|mx|st|jr|sr|inc|ltd|co|corp|vs|etc|approx|dept|ext|no|nr|"
    r"tel|fr|hr|hrn|str|bzw|ca|ggf|evtl|usw|inkl|bspw|dipl|ing|mag|abt|z|b|u|a|d|h|e|g|i|o|p|m|"
    r"jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|okt|nov|dec|dez|mo|di|mi|do|fr|sa|so|univ|med|"
    r"rer|nat|phil|habil|[a-z]|\d{1,2}(?:\.\d{1,2})?)\.$"
)
_MAY_BE_DATE = re.compile(r"\s*(?:\+|[a-zäöü]+\b|[A-ZÄÖÜ][A-Za-zäöü]{2,8}\b|\d)")


class SentenceSaid(NamedTuple):
    """A sentence in its own spelling, and in which line of thought (paragraph) it stands."""

    text: str
    paragraph: int

    @property
    def asks(self) -> bool:
        """Whether it ends as a question."""
        return self.text.rstrip(" )\"'”’").endswith("?")


def unwrapped(text: str) -> str:
    """The text with the lines that a program broke put together again."""
    parts = re.split(r"\n[ \t]*\n", text)
    return "\n\n".join("\n".join(_joined(part.split("\n"))) for part in parts)


def sentences_of(text: str) -> list[SentenceSaid]:
    """The sentences of a text; lines a program broke are put together again."""
    found: list[SentenceSaid] = []
    for number, paragraph in enumerate(re.split(r"\n[ \t]*\n", text)):
        for line in _joined(paragraph.split("\n")):
            found += (SentenceSaid(one, number) for one in _sentences(line))
            if len(found) >= _MOST:
                return found[:_MOST]
    return found


def _joined(lines: list[str]) -> Iterator[str]:
    """Lines as they were written: a long one goes on in the next, one with a space at its end
    (a mail's own mark) too."""
    whole = ""
    for line in lines:
        whole = f"{whole.rstrip()} {line.strip()}".strip() if whole else line.lstrip()
        flows = line.endswith(" ") or len(line) > _SHORT_LINE
        if not flows or whole.rstrip().endswith((":", "!")):
            yield whole.strip()
            whole = ""
    if whole.strip():
        yield whole.strip()


def _sentences(line: str) -> Iterator[str]:
    begin = 0
    for stop in _STOP.finditer(line):
        said = line[begin : stop.end()]
        if _is_abbreviated(said, line[stop.end() :]):
            continue
        if said.strip():
            yield said.strip()[:_LONGEST]
        begin = stop.end()
    if line[begin:].strip():
        yield line[begin:].strip()[:_LONGEST]


def _is_abbreviated(said: str, rest: str) -> bool:
    """Whether the full stop ends no sentence: "Dr. Weber", "14. Dezember", "z. B."."""
    if not said.endswith(".") or not _ABBREVIATED.search(said[-14:]):
        return False
    return not rest.strip() or _MAY_BE_DATE.match(rest) is not None
