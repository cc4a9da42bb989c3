"""A wording's text with the sentences it shares with others written out in their place. Pure."""

from collections.abc import Iterator, Mapping

from firststep.steps.outreach.wordings.wording import Paragraph

_OTHERWISE, _SUBJECT = "or:", "subject:"
_Shared = Mapping[str, Paragraph]


def in_full(text: str, phrases: _Shared) -> str:
    """The text in which each phrase that stands alone gives way to its sentences, fields and all.

    A phrase that says nothing leaves its place to what stands there instead of it.
    """
    sentences = _sentences_of(text.split("\n"))
    return "\n".join(line for each in sentences for line in _written(each, phrases))


def _sentences_of(lines: list[str]) -> Iterator[list[str]]:
    """Each line with the `or:` lines beneath it."""
    sentence: list[str] = []
    for line in lines:
        if sentence and not line.startswith(_OTHERWISE):
            yield sentence
            sentence = []
        sentence.append(line)
    yield sentence


def _written(variants: list[str], phrases: _Shared) -> list[str]:
    for number, variant in enumerate(variants):
        bare = variant.removeprefix(_OTHERWISE).strip()
        phrase = _alone(bare, phrases)
        if phrase is None:
            return [_with_subject(bare if number else variant, phrases), *variants[number + 1 :]]
        if phrase:
            return [f"\n{_OTHERWISE} ".join(sentence) for sentence in phrase]
    return []


def _with_subject(line: str, phrases: _Shared) -> str:
    """A subject stands on one line, its other ways behind a bar."""
    phrase = _alone(line.removeprefix(_SUBJECT).strip(), phrases)
    if not phrase or not line.startswith(_SUBJECT):
        return line
    return f"{_SUBJECT} {' | '.join(f' | {_OTHERWISE} '.join(sentence) for sentence in phrase)}"


def _alone(said: str, phrases: _Shared) -> Paragraph | None:
    """The phrase that is all that is said; None where it is anything else."""
    is_one = said.startswith("{") and said.endswith("}")
    return phrases.get(said[1:-1]) if is_one else None
