"""A restore at the terminal while the site runs: the site shows what is there now, at once."""

import subprocess
from pathlib import Path

import pytest

from tests.damage import pages_zeroed
from tests.interfaces.web.running import PROGRAM, a_campaign, environment, running

pytestmark = pytest.mark.slow


def typed(env: dict[str, str], *words: str) -> int:
    return subprocess.run([*PROGRAM, *words], env=env, capture_output=True).returncode


@pytest.mark.parametrize("is_damaged", [False, True], ids=["whole", "damaged"])
def test_the_site_follows_a_restore_and_takes_no_form_from_before_it(
    tmp_path: Path, is_damaged: bool
) -> None:
    env = environment(tmp_path / "home")
    a_campaign(env)
    assert typed(env, "person", "add", "Early Eva") == 0
    assert typed(env, "backup", str(tmp_path / "mine.backup")) == 0
    with running(env) as site:
        drawn = site.get("/people/")
        assert site.send(drawn.form("/people/add"), name="Later Lou").status == 200
        drawn = site.get("/people/")
        assert "Later Lou" in drawn.text
        if is_damaged:
            pages_zeroed(tmp_path / "home" / "firststep.sqlite3")
            refused = site.get("/people/")
            assert refused.status == 503
            assert "damaged" in refused.text

        assert typed(env, "restore", str(tmp_path / "mine.backup")) == 0

        now = site.get("/people/")
        assert "Early Eva" in now.text
        assert "Later Lou" not in now.text
        stale = site.send(drawn.form("/people/add"), name="Nora Now")
        assert stale.status == 409
        assert "A backup was put back" in stale.text
        assert "Nora Now" in stale.text, "what was typed is kept"
        assert site.send(now.form("/people/add"), name="Nora Now").status == 200
        assert "Nora Now" in site.get("/people/").text
