"""After `pip install .` the program is the same: the wheel holds all that is not code too."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without any network, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    unpacked = folder / "unpacked"
    zipfile.ZipFile(next(folder.glob("*.whl"))).extractall(unpacked)
    return unpacked


def test_the_wheel_holds_templates_styles_fonts_wordings_and_samples(wheel: Path) -> None:
    suffixes = {".py", ".html", ".css", ".js", ".woff2", ".txt", ".toml", ".md", ".svg", ".json"}
    ours = {file for file in (SOURCE / "firststep").rglob("*.*") if file.suffix in suffixes}
    wanted = {str(file.relative_to(SOURCE)) for file in ours}

    held = {str(file.relative_to(wheel)) for file in wheel.rglob("*.*")}

    assert wanted - held == set()
    assert "firststep/samples/demo/three_weeks.txt" in held


def test_the_wheel_carries_its_licence_and_no_tests(wheel: Path) -> None:
    held = [str(file.relative_to(wheel)) for file in wheel.rglob("*")]

    assert any(name.endswith("licenses/LICENSE") for name in held)
    assert not any(name.startswith(("tests", "bench", "docs")) for name in held)


def test_the_demonstration_runs_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-P", "-m", "firststep", "demo", "--no-serve", "--on", "2026-11-23"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(wheel), "FIRSTSTEP_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    assert "Yours to fill in" in run.stdout
