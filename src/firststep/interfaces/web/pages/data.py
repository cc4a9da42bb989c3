"""Your data as buttons: a copy of all, all for other programs, one person forgotten."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase

from firststep.interfaces.web.visit import Visit, writes
from firststep.verbs.safety.backup import copy_out
from firststep.verbs.safety.export import export
from firststep.verbs.safety.forget import forget


@writes
def backup(visit: Visit) -> HttpResponseBase:
    """The whole data as one file, which `firststep restore` puts back."""

    def written(folder: Path) -> Path:
        copy_out(file := folder / "copy")
        return file

    return _handed_over(written, f"firststep-{visit.on}.backup")


@writes
def exported(visit: Visit) -> HttpResponseBase:
    """Everything as tables, address cards and JSON, in one archive."""

    def written(folder: Path) -> Path:
        export(visit.campaign, folder=folder / "firststep")
        return Path(shutil.make_archive(str(folder / "all"), "zip", folder, "firststep"))

    return _handed_over(written, f"firststep-{visit.on}.zip")


@writes
def forget_person(visit: Visit, person: int) -> HttpResponse:
    """One person, for ever; and which copies know them still."""
    gone = forget(visit.campaign, stamp=visit.stamp(), person=f"p{person}")
    context = {"place": "people", "gone": gone, "rows": sum(gone.removed.values())}
    return visit.page("forgotten.html", context)


class _HandedOver(FileResponse):
    """A file in a folder made for this answer alone: once it is closed nothing of it stays here."""

    def __init__(self, file: Path, folder: "tempfile.TemporaryDirectory[str]", name: str) -> None:
        super().__init__(file.open("rb"), as_attachment=True, filename=name)
        self.folder = folder

    def close(self) -> None:
        super().close()
        self.folder.cleanup()


def _handed_over(written: Callable[[Path], Path], name: str) -> FileResponse:
    folder = tempfile.TemporaryDirectory(prefix="handing-over-", dir=settings.DATA)
    try:
        return _HandedOver(written(Path(folder.name)), folder, name)
    except BaseException:
        folder.cleanup()
        raise
