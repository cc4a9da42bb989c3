"""Work on brought-in files that may take longer than a request should.

Small files are worked on within the request. Larger ones get a thread of their own, and the page
asks again every second, by itself and without scripts. A thread is enough: the reading runs in a
process with limits already, and what is written is one transaction, so a server that is stopped
meanwhile leaves nothing behind. What is being worked on is known to this process alone, in memory.
"""

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass, field
from typing import Any

from django.db import connections

from firststep.errors import AlreadyDone, CannotDo
from firststep.interfaces.mistakes import trouble, write_down

AT_ONCE_BYTES = 300_000  # about 3,000 connections: read and compared within a second
WAITS_SECONDS = 1.0
WORKS_REMEMBERED = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenFiles:
    """Files as they were chosen, and what was said about them.

    `files` are (name, key); `mappings` what the columns of a file are, by its place among them.
    """

    files: tuple[tuple[str, str], ...]
    format: str | None = None
    mappings: dict[int, dict[str, str]] = field(default_factory=dict)

    @property
    def names(self) -> str:
        return ", ".join(name for name, _ in self.files)


@dataclass(slots=True, kw_only=True)
class Work:
    """One thing being done with files: how far it is, then its answer or why there is none."""

    campaign_id: int
    given: GivenFiles
    brings: bool
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    begun: float = field(default_factory=time.monotonic)
    done: int = 0
    of: int = 0
    answer: Any = None
    error: CannotDo | AlreadyDone | None = None
    over: threading.Event = field(default_factory=threading.Event)

    def tell(self, done: int, of: int) -> None:
        """Hears how far it is; reading, comparing and writing each count anew."""
        if done < self.done or of != self.of:
            self.begun = time.monotonic()
        self.done, self.of = done, of

    @property
    def percent(self) -> int:
        return min(99, 100 * self.done // self.of) if self.of else 0

    @property
    def seconds_left(self) -> int | None:
        """Of this stage, as far as it can be told."""
        passed = time.monotonic() - self.begun
        if not self.done or not self.of or passed < WAITS_SECONDS:
            return None
        return round(passed * (self.of - self.done) / self.done)


_works: OrderedDict[str, Work] = OrderedDict()


def begin_work(work: Work, task: Callable[[Work], Any], *, size: int) -> Work:
    """Does it: at once where it is small, else in a thread, waiting a second for it."""
    while len(_works) >= WORKS_REMEMBERED:
        _works.popitem(last=False)
    _works[work.key] = work
    if size <= AT_ONCE_BYTES:
        _do(work, task)
        return work
    thread = threading.Thread(
        target=copy_context().run, args=(_apart, work, task), name="firststep-import"
    )
    thread.start()
    work.over.wait(WAITS_SECONDS)
    return work


def known(key: str, campaign_id: int) -> Work:
    """The work behind a key. Raises CannotDo once it is forgotten, or another seeker's."""
    work = _works.get(key)
    if work is None or work.campaign_id != campaign_id:
        raise CannotDo("That file is not kept here any more. Choose it again.", kind="not_found")
    return work


def _apart(work: Work, task: Callable[[Work], Any]) -> None:
    try:
        _do(work, task)
    except Exception as error:  # nobody waits for it: its page tells it, and errors.log
        write_down(error, f"{'importing' if work.brings else 'looking at'} files")
    finally:
        connections.close_all()


def _do(work: Work, task: Callable[[Work], Any]) -> None:
    try:
        work.answer = task(work)
    except (CannotDo, AlreadyDone) as refused:
        work.error = refused
    except Exception as error:
        broke_off = CannotDo("Reading that broke off. Nothing was written.", kind="unavailable")
        work.error = trouble(error) or broke_off
        raise
    finally:
        work.over.set()
