"""bin/check: every check runs, and what one has to say is shown where it failed."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def run_checks() -> ModuleType:
    spec = importlib.util.spec_from_file_location("run_checks", ROOT / "bin" / "run_checks.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_check_that_fails_says_why_and_the_others_run(
    run_checks: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    run_checks.CHECKS = {
        "broken": ("-c", "import sys; print('line 3 is wrong'); sys.exit('and line 4')"),
        "sound": ("-c", "print('nothing to say')"),
    }

    assert run_checks.main() == 1

    told = capsys.readouterr().out
    assert "line 3 is wrong" in told
    assert "and line 4" in told
    assert "nothing to say" not in told
    assert "check: sound: ok" in told
    assert told.splitlines()[-1] == "checks: failed: broken"


def test_all_checks_passed(run_checks: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    run_checks.CHECKS = {"sound": ("-c", "pass")}

    assert run_checks.main() == 0
    assert capsys.readouterr().out.splitlines()[-1] == "checks: all ok"
