"""The closed sets of words, each with one home."""

import re
from pathlib import Path
from typing import get_args

import firststep
from firststep.facts.kinds import WARMTH, Origin, warmth


def test_every_way_in_has_its_place_by_warmth_and_the_order_stands_in_one_file() -> None:
    assert sorted(WARMTH) == sorted(get_args(Origin))
    assert warmth("proposed") < warmth("named") < warmth("introduced") < warmth("met")
    source = Path(firststep.__file__).parent
    listed = re.compile(r'"proposed",\s*"named",\s*"referred",\s*"introduced",\s*"offered"')
    homes = [file.name for file in source.rglob("*.py") if listed.search(file.read_text())]
    assert homes == ["kinds.py"]
