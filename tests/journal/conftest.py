"""Databases of their own for several programs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cluster import postgresql_programs, running_cluster
from tests.journal.at_once import Programs
from tests.verbs.conftest import own_file

__all__ = ["own_file", "programs"]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def programs(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Programs]:
    """Programs on a file, and on a PostgreSQL server of their own."""
    home: Path = tmp_path_factory.mktemp("at-once") / "home"
    if request.param == "sqlite":
        yield Programs(home).made()
        return
    if postgresql_programs() is None:
        pytest.skip("PostgreSQL is not installed (sudo apt install postgresql)")
    with running_cluster() as url:
        yield Programs(home, url).made()
