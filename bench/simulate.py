"""Simulated campaigns: how long 2,000 of them take, and the figures docs/simulation.md publishes.

python bench/simulate.py [--runs 2000] [--stress-runs 400] [--calibration-runs 200] writes the page
and its drawing anew: so many worlds for every habit, and for each of what would prove it wrong (a
night on two processors). bin/bench only measures the time.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(Path(__file__).parent)]

from figures import Figure, processor_of_programs  # noqa: E402
from simulation_page import Calibration, page  # noqa: E402

from firststep.interfaces.answers.outlook import among_processes  # noqa: E402
from firststep.outlook.drawing import drawn  # noqa: E402
from firststep.outlook.policies import POLICIES  # noqa: E402
from firststep.outlook.simulate import Simulated, simulate  # noqa: E402
from firststep.outlook.world import STRESSES, Conditions  # noqa: E402
from tests.outlook.seasons_held import STRANGERS, share_held  # noqa: E402

PAGE = ROOT / "docs" / "simulation.md"
DRAWING = ROOT / "docs" / "pictures" / "simulation.svg"
SAMPLE, ALL, PROCESSORS = 60, 2_000, 2
STRESSED = ("default", "list_full", "cold_first", "no_follow_up", "list_once")
SEED = 2026


def measure() -> list[Figure]:
    """The time of 2,000 campaigns under the default on two free processors, from the processor
    time of a sample, so that other programs disturb it less."""
    before = processor_of_programs()
    played(Conditions(), runs=SAMPLE, policies=("default",), workers=PROCESSORS)
    seconds = (processor_of_programs() - before) / PROCESSORS * ALL / SAMPLE
    detail = f"26 weeks each, default, two processors; from {SAMPLE} of them"
    return [Figure(f"{ALL:,} simulated campaigns", round(seconds), detail, unit=" s")]


def played(
    given: Conditions, *, runs: int, policies: tuple[str, ...], workers: int | None = None
) -> Simulated:
    with among_processes(workers) as mapped:
        return simulate(runs=runs, seed=SEED, policies=policies, conditions=given, mapped=mapped)


def calibration(campaigns: int) -> Calibration:
    """Where the truth lay beside the forecast's range, in worlds with rates of their own and in
    worlds whose rates are just those assumed, per responsiveness."""
    found: Calibration = {}
    with among_processes() as mapped:
        for vary in (True, False):
            for factor in (0.5, 1.0, 2.0):
                given = Conditions(rates_vary=vary, responsiveness=factor, strangers=STRANGERS)
                found[vary, factor] = share_held(given, campaigns=campaigns, mapped=mapped)
    return found


def main() -> None:
    """Writes the page anew."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=ALL)
    asked.add_argument("--stress-runs", type=int, default=400)
    asked.add_argument("--calibration-runs", type=int, default=200)
    wanted = asked.parse_args()
    usual = played(Conditions(), runs=wanted.runs, policies=tuple(POLICIES))
    print("usual world: done", flush=True)
    stressed = {}
    for name, given in STRESSES.items():
        if name != "usual":
            stressed[name] = played(given, runs=wanted.stress_runs, policies=STRESSED)
            print(f"{name}: done", flush=True)
    publish(usual, stressed, calibration(wanted.calibration_runs))


def publish(usual: Simulated, stressed: dict[str, Simulated], held: Calibration) -> None:
    """Writes the page and its drawing."""
    PAGE.write_text(page(usual, stressed, held))
    DRAWING.write_text(drawn(usual))
    print(f"written: {PAGE.relative_to(ROOT)}, {DRAWING.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
