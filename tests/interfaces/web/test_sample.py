"""A sample is there after one press and gone after one, and one's own data is not touched."""

import time
from pathlib import Path

import pytest

from tests.interfaces.web.reading import Forms, Reader
from tests.interfaces.web.running import Running, Seen, environment, running

MOST_SECONDS = 240


def made(site: Running) -> Seen:
    """The first page of the sample, once it is made."""
    ends = time.monotonic() + MOST_SECONDS
    while time.monotonic() < ends:
        seen = site.get("/begin/sample/made")
        if "Making a sample" not in seen.text:
            return seen
        time.sleep(1)
    raise AssertionError("the sample was never made")


def started_by(site: Running) -> list[str]:
    """The processes this site has started and that still run."""
    tasks = Path(f"/proc/{site.process.pid}/task").glob("*/children")
    return [child for one in tasks for child in one.read_text().split()]


def way_back(page: str) -> str:
    return next(link for link in Forms(page).links if link.endswith("/begin"))


@pytest.mark.slow
def test_the_sample_is_there_after_one_press_and_gone_after_one(tmp_path: Path) -> None:
    with running(environment(tmp_path)) as site:
        begin = site.get("/begin")
        site.send(begin.form("/begin/sample"))

        sample = made(site)
        assert "small step" in sample.text
        assert "Invented people" in sample.text
        assert started_by(site)
        assert way_back(sample.text) == f"{site.at}/begin"

        again = site.get("/begin")
        assert "Which companies come to mind?" in again.text
        assert not started_by(site)
        gone = site.get("/begin/sample/made")
        assert gone.status == 404


def test_where_there_is_no_sample_it_is_said(reader: Reader) -> None:
    page = reader.open("/begin/sample/made")

    assert page.status == 404
    assert "There is no sample yet" in page.text
