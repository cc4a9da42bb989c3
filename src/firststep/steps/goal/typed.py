"""What somebody typed: tidied, or refused in a sentence that says what is wrong."""

from collections.abc import Sequence

from firststep.errors import CannotDo
from firststep.facts.said import say


def line(text: str, *, called: str, most: int, needed: bool = False) -> str:
    """One line of text without spare spaces; `called` is the word for it in a refusal.

    Raises CannotDo (`bad_input`) for what holds no text where some is needed, is longer than
    `most` characters, or holds signs that are not letters of any writing.
    """
    tidy = " ".join(text.split())
    _readable(tidy, called)
    if needed and not tidy:
        raise CannotDo("Give {called}.", called=say(called), kind="bad_input")
    if len(tidy) > most:
        raise CannotDo(
            "{called} is {n} characters long; {most} is the most.",
            called=_upper(say(called)),
            n=len(tidy),
            most=most,
            kind="bad_input",
        )
    return tidy


def note(text: str, *, called: str, most: int = 20_000) -> str:
    """A text of several lines, kept as it was typed but for spaces around it."""
    tidy = text.strip().replace("\r\n", "\n")
    _readable(tidy.replace("\n", " ").replace("\t", " "), called)
    if len(tidy) > most:
        raise CannotDo(
            "{called} is longer than {most} characters.",
            called=_upper(say(called)),
            most=most,
            kind="bad_input",
        )
    return tidy


def one_of(word: str, choices: Sequence[str], *, called: str) -> str:
    """The word itself. Raises CannotDo (`bad_input`) with the choices where it is none of them."""
    if word not in choices:
        raise CannotDo(
            "{word!r} is not {called}. Choose one of: {choices}.",
            word=word,
            called=say(called),
            choices=", ".join(c for c in choices if c),
            kind="bad_input",
        )
    return word


def _readable(text: str, called: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        good = False
    else:
        good = all(c >= " " and c != "\x7f" for c in text)
    if not good:
        raise CannotDo(
            "{called} holds characters that cannot be read.",
            called=_upper(say(called)),
            kind="bad_input",
        )


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
