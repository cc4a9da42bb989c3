"""Writing: every verb changes rows through one recording, so that undo can take them back."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.deletion import Collector
from django.utils import timezone

from firststep.errors import AlreadyDone, Stale
from firststep.journal.models import Entry
from firststep.journal.turns import PUT_BACK, turn

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign

_Row = TypeVar("_Row", bound=models.Model)
BULK = 500
BROUGHT_BACK = "export"  # the door of entries that came with an export: nothing undoes them


class Recording:
    """The changes of one verb, remembered as they are made."""

    def __init__(self, campaign: "Campaign", revision: int, on: date) -> None:
        self.campaign = campaign
        self.revision = revision
        self.on = on
        self.words = ""
        self.about = ""
        self.before: list[list[Any]] = []
        self.made: list[list[Any]] = []

    def make(self, row: _Row) -> _Row:
        """Inserts a new row, which belongs to the campaign."""
        cast(Any, row).campaign = self.campaign
        row.save(force_insert=True)
        self.before.append([row._meta.object_name, row.pk, None])
        return row

    def make_many(self, model: type[_Row], rows: Sequence[_Row]) -> None:
        """Inserts many new rows in one go."""
        if rows:
            model._base_manager.bulk_create(rows, batch_size=BULK)
            self.remember_made(model, (row.pk for row in rows))

    def remember_made(self, model: type[models.Model], keys: Iterable[int]) -> None:
        """Remembers rows that were inserted some faster way, as runs of keys."""
        for first, last in _runs(keys):
            self.made.append([model._meta.object_name, first, last])

    def change(self, row: _Row, **fields: Any) -> _Row:
        """Sets fields of a row; nothing is written where nothing differs."""
        changed = {name: value for name, value in fields.items() if getattr(row, name) != value}
        if not changed:
            return row
        images = _image(row)
        names = {f.attname for f in row._meta.concrete_fields if {f.name, f.attname} & set(changed)}
        self.before.append(
            [row._meta.object_name, row.pk, {k: v for k, v in images.items() if k in names}]
        )
        for name, value in changed.items():
            setattr(row, name, value)
        row.save(update_fields=list(changed))
        return row

    def drop(self, rows: Sequence[models.Model]) -> None:
        """Deletes rows of one table with all that hangs on them."""
        if not rows:
            return
        collector = Collector(using=rows[0]._state.db or "default")
        collector.collect(list(rows))
        for (field, _value), changed in collector.field_updates.items():
            for row in chain.from_iterable(cast(Any, changed)):
                self.before.append(
                    [row._meta.object_name, row.pk, {field.attname: getattr(row, field.attname)}]
                )
        # Restored last to first: what others point at comes back before what points at it.
        collector.sort()
        going: list[models.Model] = []
        for query in collector.fast_deletes:
            going.extend(cast(Iterable[models.Model], query))
        going += [row for found in collector.data.values() for row in found]
        for row in going:
            self.before.append([row._meta.object_name, row.pk, _image(row)])
        collector.delete()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Which day it happened, through which door, and the form it came from.

    `once_key` makes a repeated form a no-op; `seen` is the revision the form was drawn from, and
    `mark` the mark of the database it was drawn from. `begun_at` is when a command began: the same
    said of the same step since then is a double.
    """

    on: date
    door: str = "cli"
    once_key: str | None = None
    seen: int | None = None
    mark: str | None = None
    begun_at: datetime | None = None


def _one_stop(words: str) -> str:
    """`You wrote to Sabine K..`: a name that ends with a stop brings the sentence its own."""
    return words[:-1] if words.endswith("..") else words


@contextmanager
def recording(
    campaign: "Campaign",
    stamp: Stamp,
    *,
    verb: str,
    words: str = "",
    about: str | models.Model = "",
    takes_step: bool = False,
) -> Iterator[Recording]:
    """One turn and one entry for one verb; the campaign's revision rises by one.

    `about` is whom it concerns, kept as "person:12", or what ("goal"). Raises AlreadyDone for a
    form that came twice, Stale when something newer about the same was recorded since the form was
    drawn, a backup was put back since it, or the campaign, was read, or where the verb takes a step
    that the same verb took while it was on its way.
    """
    if isinstance(about, models.Model):
        about = f"{about._meta.model_name}:{about.pk}"
    with turn(campaign):
        _refuse_repeated_or_stale(campaign, stamp, about)
        if stamp.mark not in (None, campaign.mark):
            raise Stale(PUT_BACK)
        if takes_step and stamp.begun_at is not None:
            _refuse_double(campaign, stamp, verb=verb, about=about)
        change = Recording(campaign, campaign.revision + 1, stamp.on)
        change.words, change.about = words, about
        yield change
        change.words = _one_stop(change.words)
        Entry.objects.create(
            campaign=campaign,
            revision=change.revision,
            verb=verb,
            words=change.words,
            about=change.about,
            on=stamp.on,
            recorded_at=timezone.now(),
            door=stamp.door,
            once_key=stamp.once_key,
            before=json.loads(json.dumps(change.before, cls=DjangoJSONEncoder)),
            made=change.made,
        )
        type(campaign)._base_manager.filter(pk=campaign.pk).update(revision=change.revision)
        campaign.revision = change.revision


def _refuse_repeated_or_stale(campaign: "Campaign", stamp: Stamp, about: str) -> None:
    entries = Entry.objects.filter(campaign=campaign)
    if stamp.once_key and (done := entries.filter(once_key=stamp.once_key).first()):
        raise AlreadyDone(done.pk)
    if stamp.seen is None or not about:
        return
    newer = entries.filter(about=about, revision__gt=stamp.seen, undone_by=None)
    if found := newer.order_by("-revision").first():
        raise Stale(
            "Since you opened this page something newer was recorded: {what} Look at it, "
            "then say it again if it still holds.",
            what=found.words,
        )


def _refuse_double(campaign: "Campaign", stamp: Stamp, *, verb: str, about: str) -> None:
    since = Entry.objects.filter(campaign=campaign, recorded_at__gte=stamp.begun_at)
    same = since.filter(verb=verb, about=about, undone_by=None)
    if about and (found := same.order_by("-revision").first()):
        raise Stale(
            "The same was recorded just now, while this was on its way: {what} If yours is "
            "another, say it again.",
            what=found.words,
        )


def take_back(entry: Entry, *, by: Entry) -> None:
    """Puts every row an entry changed back as it was, and remembers by which entry."""
    put_rows_back(entry)
    entry.undone_by = by
    entry.save(update_fields=["undone_by"])


def put_rows_back(entry: Entry) -> None:
    """Puts every row an entry changed back as it was, newest change first."""
    for name, first, last in reversed(entry.made):
        model = apps.get_model("firststep", name)
        # Outright: as the newest entry goes first, nothing hangs on these rows any more.
        delete_rows(model._base_manager.filter(campaign=entry.campaign, pk__range=(first, last)))
    for name, key, image in reversed(entry.before):
        model = apps.get_model("firststep", name)
        if image is None:
            model._base_manager.filter(pk=key).delete()
        elif not model._base_manager.filter(pk=key).update(**_values(model, image)):
            model(pk=key, **_values(model, image)).save(force_insert=True)


def delete_rows(rows: "models.QuerySet[Any]") -> int:
    """Deletes rows outright, fast, without looking for what hangs on them; answers how many.

    For rows of which it is known that nothing does; the database refuses it otherwise.
    """
    return int(rows.order_by()._raw_delete(rows.db) or 0)


def put_back(
    entry: Entry, *, only: Callable[[models.Model, frozenset[str]], bool]
) -> list[models.Model]:
    """Puts changed rows that are still there back as they were before an entry.

    `only` is asked with the row and the fields and may say no. Answers with the rows put back.
    """
    restored: list[models.Model] = []
    for name, key, image in reversed(entry.before):
        model = apps.get_model("firststep", name)
        row = model._base_manager.filter(pk=key).first() if image else None
        if row is not None and only(row, frozenset(image)):
            model._base_manager.filter(pk=key).update(**_values(model, image))
            restored.append(row)
    return restored


def _image(row: models.Model) -> dict[str, Any]:
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }


def _values(model: type[models.Model], image: dict[str, Any]) -> dict[str, Any]:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {
        name: value if isinstance(fields[name], models.JSONField) else fields[name].to_python(value)
        for name, value in image.items()
    }


def _runs(keys: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for key in sorted(keys):
        if last is None or first is None:
            first = last = key
        elif key == last + 1:
            last = key
        else:
            yield first, last
            first = last = key
    if first is not None and last is not None:
        yield first, last
