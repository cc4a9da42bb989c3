"""Who is let in: a start key opens the site once and becomes a session, which ends with the server.

A key lies in the data folder as a file named for its hash, so whoever may write there may make one:
a second `firststep` lets a browser into the site that runs. To use a key is to take its file away,
so of two who hold it one comes in.
"""

import hashlib
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.conf import settings

SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
GROUPS, OF_A_GROUP = 4, 5  # 99 bits, and short enough to be typed
KEY_MINUTES = 15

_sessions: set[str] = set()  # the hashes of this server's own
_given_out: list[Path] = []  # the keys' files of this process


def own_host() -> str:
    """The name of this data folder's site: cookies know no ports, but they keep to their host.

    Browsers lead every name under `localhost` to this computer. It stays over a restart, so that a
    page that is open finds the site again.
    """
    file = _folder() / "name"
    try:
        name = file.read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        name = ""
    if not name:
        name = f"first-{secrets.token_hex(8)}.localhost"
        with suppress(OSError):  # a full disk: another name next time
            _write_privately(file, name)
    return name


def fresh_key() -> str:
    """A new start key; those that were never used and are too old go."""
    for file in _folder().glob("*.key"):
        with suppress(OSError):
            if _age(file) > KEY_MINUTES * 60:
                _take_away(file)
    groups = ("".join(map(secrets.choice, [SIGNS] * OF_A_GROUP)) for _ in range(GROUPS))
    key = "-".join(groups)
    _write_privately(_key_file(key), "")
    _given_out.append(_key_file(key))
    return key


def private_page(words: Callable[[str], str], folder: Path) -> Path:
    """A page with a key of its own, for its owner's eyes only; it goes when the key is used."""
    key = fresh_key()
    page = folder / f"firststep-{secrets.token_hex(8)}.html"
    _key_file(key).write_text(str(page), encoding="utf-8")
    _write_privately(page, words(key))
    return page


def use_key(key: str) -> str | None:
    """The session a key is exchanged for; None for one that was used, is too old or not ours."""
    file = _key_file(key)
    try:
        young = _age(file) <= KEY_MINUTES * 60
        _take_away(file)
    except OSError:
        return None
    return new_session() if young else None


def drop_unused_keys() -> None:
    """Takes back what this process gave out and nobody used."""
    while _given_out:
        with suppress(OSError):
            _take_away(_given_out.pop())


def new_session() -> str:
    """What a browser that is let in shows from then on."""
    session = secrets.token_urlsafe(32)
    _sessions.add(_print(session))
    return session


def is_session(given: str) -> bool:
    """Whether this server let somebody in with it; by hashes, which tell a guesser nothing."""
    return _print(given) in _sessions


def private_folder() -> Path:
    """Where the page for the browser lies: readable by its owner only."""
    return _folder()


def _folder() -> Path:
    folder = Path(settings.DATA) / "site"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _key_file(key: str) -> Path:
    letters = "".join(sign for sign in key.lower() if sign in SIGNS)
    return _folder() / f"{_print(letters)[:32]}.key"


def _take_away(file: Path) -> None:
    """Raises FileNotFoundError where somebody was quicker."""
    page = file.read_text(encoding="utf-8")
    file.unlink()
    if page:
        Path(page).unlink(missing_ok=True)


def _age(file: Path) -> float:
    return time.time() - file.stat().st_mtime


def _print(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def _write_privately(file: Path, words: str) -> None:
    """Readable by its owner from the first byte."""
    file.unlink(missing_ok=True)
    file.touch(mode=0o600, exist_ok=False)
    file.write_text(words, encoding="utf-8")
