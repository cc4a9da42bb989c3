"""A PostgreSQL cluster of the tests' own: a temporary folder, a free port, never run as root."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SECONDS = 60  # no step of the cluster may take longer


def postgresql_programs() -> Path | None:
    """The folder of the newest PostgreSQL on this machine; None where there is none."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if folders:
        return folders[-1].parent
    found = shutil.which("initdb")
    return Path(found).parent if found else None


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@contextmanager
def running_cluster() -> Iterator[str]:
    """Starts a cluster and yields its URL; stops it and removes its folder afterwards."""
    programs = postgresql_programs()
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed (sudo apt install postgresql).")
    folder = Path(tempfile.mkdtemp(prefix="firststep-pg-", dir="/tmp"))
    as_owner = _owner_of(folder)
    data, port = folder / "data", free_port()

    def run(*command: object) -> None:
        subprocess.run(
            [*map(str, command)],
            **as_owner,
            check=True,
            timeout=SECONDS,
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )

    control = (programs / "pg_ctl", "-D", data, "-w", "-t", SECONDS)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    try:
        run(programs / "initdb", "-D", data, "-U", "firststep", "-A", "trust", "--no-sync",
            "--encoding=UTF8", "--locale=C.UTF-8")  # fmt: skip
        run(*control, "-l", folder / "log", "-o", f"{options} -c fsync=off", "start")
        try:
            yield f"postgresql://firststep@127.0.0.1:{port}/postgres"
        finally:
            run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner_of(folder: Path) -> dict[str, Any]:
    """How to run as somebody who is not root; the folder is handed to them."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
