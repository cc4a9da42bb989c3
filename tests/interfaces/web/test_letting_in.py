"""Start keys: private, used once, soon too old; the site's own name."""

import os
import re
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from firststep.interfaces.web import letting_in
from firststep.interfaces.web.letting_in import (
    KEY_MINUTES,
    drop_unused_keys,
    fresh_key,
    is_session,
    own_host,
    private_page,
    use_key,
)


def lying_about(home: Path) -> list[Path]:
    return [file for file in home.rglob("*") if file.name != "name" and file.is_file()]


def test_of_forty_who_hold_one_key_one_comes_in() -> None:
    for _ in range(10):
        key = fresh_key()
        with ThreadPoolExecutor(8) as many:
            sessions = [one for one in many.map(use_key, [key] * 40) if one]
        assert len(sessions) == 1
        assert is_session(sessions[0])


def test_a_key_may_be_typed_as_a_hand_types_it() -> None:
    assert use_key(f" {fresh_key().upper().replace('-', ' ')}\n")


def test_no_key_is_written_down_and_all_is_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        key = fresh_key()
        page = private_page(lambda key: f"<p>{key}", tmp_path)
        own_host()
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "site").stat().st_mode) == 0o700
    for file in lying_about(tmp_path):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
        assert key not in file.read_text() and key not in file.name
    handed_on = page.read_text().removeprefix("<p>")
    assert use_key(handed_on)
    assert not page.exists()


def test_a_key_is_too_old_after_a_quarter_of_an_hour_and_its_page_goes(tmp_path: Path) -> None:
    key, page = fresh_key(), private_page(str, tmp_path)
    then = time.time() - KEY_MINUTES * 60 - 1
    for file in tmp_path.rglob("*.key"):
        os.utime(file, (then, then))

    assert use_key(key) is None
    fresh_key()

    assert not page.exists()
    assert len(lying_about(tmp_path)) == 1


def test_a_server_that_stops_takes_back_what_nobody_used(tmp_path: Path) -> None:
    private_page(str, tmp_path)
    fresh_key()

    drop_unused_keys()

    assert lying_about(tmp_path) == []


def test_the_site_keeps_its_name_which_nobody_guesses(tmp_path: Path) -> None:
    name = own_host()

    assert re.fullmatch(r"first-[0-9a-f]{16}\.localhost", name)
    assert own_host() == name


def test_a_session_is_kept_as_its_hash_alone() -> None:
    session = letting_in.new_session()

    assert session not in letting_in._sessions
    assert not is_session("")
    assert not is_session(session + " ")
