"""Writes docs/season.md (`bin/season`)."""

from firststep.interfaces.opening import open_data

open_data(create=True)

from tests.conftest import ROOT  # noqa: E402  # the tables need the data opened first
from tests.journeys.season import Season  # noqa: E402

(ROOT / "docs" / "season.md").write_text(Season().play(), "utf-8")
