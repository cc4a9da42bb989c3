"""Taking turns: one program at a time writes to a campaign, and whoever waits too long is told.

What a verb decides it decides in its turn: nothing can come between what it saw and what it wrote.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from django.db import OperationalError, connections, transaction

from firststep.errors import CannotDo, Stale
from firststep.facts.said import to_say
from firststep.journal.at_work import why_busy

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign

Told = ParamSpec("Told")
Comes = TypeVar("Comes")
_Whose = tuple[str, int]  # one campaign of one database
PUT_BACK = to_say(
    "A backup was put back since you looked. Look at what is there now, then say it again if it "
    "still holds."
)
TURNS_WAITED = 6  # as often a turn is waited for, as long as the turns of others go on
_SQLITE_BUSY, _SQLITE_LOCKED = 5, 6  # sqlite.org/rescode.html
_LOCK_NOT_AVAILABLE = "55P03"  # PostgreSQL, appendix A

_taken: ContextVar[frozenset[_Whose]] = ContextVar("turns", default=frozenset())


@contextmanager
def turn(campaign: "Campaign") -> Iterator[None]:
    """One transaction in which nobody else writes to the campaign, which is as it stands now.

    Within a turn another is the same one. Raises CannotDo (unavailable) where others write for too
    long, and Stale where a backup was put back since the campaign was read.
    """
    database = campaign._state.db or "default"
    whose = (database, campaign.pk)
    if whose in _taken.get():
        yield
        return
    with ExitStack() as begun:
        before = _begin(begun, campaign, database)
        mark = _taken.set(_taken.get() | {whose})
        try:
            yield
        except BaseException:
            campaign.revision = before
            raise
        finally:
            _taken.reset(mark)


def in_turn(
    verb: "Callable[Concatenate[Campaign, Told], Comes]",
) -> "Callable[Concatenate[Campaign, Told], Comes]":
    """A verb that looks, decides and writes in one turn."""

    @wraps(verb)
    def in_its_turn(campaign: "Campaign", /, *args: Told.args, **told: Told.kwargs) -> Comes:
        with turn(campaign):
            return verb(campaign, *args, **told)

    return in_its_turn


def busy(error: BaseException) -> CannotDo | None:
    """The refusal that an error of the database stands for, where others kept it too long."""
    cause: Any = error.__cause__ if isinstance(error, OperationalError) else error
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    waited = code in (_SQLITE_BUSY, _SQLITE_LOCKED)
    if not waited and getattr(cause, "sqlstate", "") != _LOCK_NOT_AVAILABLE:
        return None
    return CannotDo(why_busy(), kind="unavailable")


def _begin(begun: ExitStack, campaign: "Campaign", database: str) -> int:
    """Begins the turn once it comes, and answers with the revision it begins at.

    Every wait is as long as the connection allows one; while others go on, one waits again.
    """
    seen = campaign.revision
    for last in (*[False] * (TURNS_WAITED - 1), True):
        try:
            with ExitStack() as attempt:
                attempt.enter_context(transaction.atomic(using=database))
                now = _locked(campaign)
                begun.enter_context(attempt.pop_all())
                return now
        except OperationalError as error:
            refused = busy(error)
            if refused is None or connections[database].in_atomic_block:
                raise
            now = _revision(campaign)
            if last or now == seen:
                raise refused from error
            seen = now
    raise AssertionError  # the last try answers or raises


def _locked(campaign: "Campaign") -> int:
    """Keeps others from the campaign, and brings it up to date."""
    rows = type(campaign)._base_manager
    now = rows.select_for_update().get(pk=campaign.pk)
    if campaign.mark != now.mark:
        raise Stale(PUT_BACK)
    for field in campaign._meta.concrete_fields:
        setattr(campaign, field.attname, getattr(now, field.attname))
    return now.revision


def _revision(campaign: "Campaign") -> int:
    rows = type(campaign)._base_manager.filter(pk=campaign.pk)
    return int(rows.values_list("revision", flat=True).get())
