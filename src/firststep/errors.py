"""The one refusal every door shows alike."""

from collections.abc import Sequence
from typing import Any, Literal

from firststep.facts.said import say

RefusalKind = Literal["refused", "not_found", "ambiguous", "bad_input", "unavailable"]


class CannotDo(Exception):
    """A refusal in plain words that say what to do instead; nothing was written.

    The words are said in the reader's language, their `{fields}` filled with what is given by such
    names. `candidates` lists what an ambiguous name could have meant; `detail` is what else a
    machine reader wants beside the words (an import's complaints). The words name no command, for
    every door shows them; `typed` is what to type where one types, and only that door adds it.
    `field` is the one thing said that the refusal is about, where one can be named.
    """

    def __init__(
        self,
        words: str,
        *,
        kind: RefusalKind = "refused",
        candidates: Sequence[Any] = (),
        detail: dict[str, Any] | None = None,
        typed: str = "",
        field: str = "",
        **filled: Any,
    ) -> None:
        words = say(words, **filled)
        super().__init__(f"{words.rstrip('.')}: {typed}" if typed else words)
        self.words = words
        self.kind: RefusalKind = kind
        self.candidates = list(candidates)
        self.detail = detail or {}
        self.typed = typed
        self.field = field

    @property
    def with_command(self) -> str:
        """The words with what to type: for a door in which commands are typed."""
        return str(self)


class NoRoom(CannotDo):
    """The disk is full."""


class AlreadyDone(Exception):
    """The same form came a second time: the first one counts, its entry is named."""

    def __init__(self, entry_id: int) -> None:
        super().__init__(f"entry {entry_id} already recorded this")
        self.entry_id = entry_id


class Stale(CannotDo):
    """The page was drawn before something newer was recorded about the same person or company."""
