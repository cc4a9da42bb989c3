"""Writes one of the diaries of docs/, by its name (`bin/season`)."""

import sys

from firststep.interfaces.opening import open_data

open_data(create=True)

from tests.conftest import ROOT  # noqa: E402  # the tables need the data opened first
from tests.journeys.diaries import DIARIES  # noqa: E402

(ROOT / "docs" / sys.argv[1]).write_text(DIARIES[sys.argv[1]]().play(), "utf-8")
