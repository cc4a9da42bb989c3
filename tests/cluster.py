"""A PostgreSQL cluster of the tests' own: a temporary folder, a free port, never run as root."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Cluster:
    """A cluster that can be stopped and started again; its folder stays."""

    folder: Path
    port: int
    programs: Path
    as_owner: dict[str, Any]

    @property
    def url(self) -> str:
        return f"postgresql://firststep@127.0.0.1:{self.port}/postgres"

    def make(self) -> None:
        self._run("initdb", "-U", "firststep", "-A", "trust", "--no-sync", "--encoding=UTF8",
                  "--locale=C.UTF-8")  # fmt: skip

    def start(self) -> None:
        listening = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
        options = f"-p {self.port} {listening} -c fsync=off"
        self._control("-l", self.folder / "log", "-o", options, "start")

    def stop(self) -> None:
        self._control("-m", "immediate", "stop")

    def _control(self, *words: object) -> None:
        self._run("pg_ctl", "-w", "-t", SECONDS, *words)

    def _run(self, program: str, *words: object) -> None:
        subprocess.run(
            [*map(str, (self.programs / program, "-D", self.folder / "data", *words))],
            **self.as_owner,
            check=True,
            timeout=SECONDS,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
        )


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Starts a cluster; stops it and removes its folder afterwards."""
    programs = postgresql_programs()
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed (sudo apt install postgresql).")
    folder = Path(tempfile.mkdtemp(prefix="firststep-pg-", dir="/tmp"))
    made = Cluster(folder, free_port(), programs, _owner_of(folder))
    try:
        made.make()
        made.start()
        try:
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running_cluster() -> Iterator[str]:
    """The URL of a cluster that runs meanwhile."""
    with cluster() as made:
        yield made.url


def _owner_of(folder: Path) -> dict[str, Any]:
    """How to run as somebody who is not root; the folder is handed to them."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
