"""How alike two pictures are: each is reduced to cells of some points, so that letters a hair aside
are the same, and a line, a margin or a colour that is another one is not."""

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CELL = 10  # points a side
APART = 8  # of 255: what a cell, smoothed with its neighbours, may differ by
FEW = 3  # cells that may differ by more
TINTED = 0.45  # of 255: by how much what stands on the page may be darker or lighter on average
LONGER = 1  # cells by which a page may be longer or shorter


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Cells that are apart, where the first stands (points), by how many cells the page is longer
    or shorter, how much another shade its words and lines have; and a sheet to look at (PNG)."""

    apart: int
    first: tuple[int, int] | None
    longer: int
    tinted: float
    sheet: bytes

    @property
    def is_like(self) -> bool:
        return self.apart <= FEW and self.tinted <= TINTED and self.longer <= LONGER

    def __str__(self) -> str:
        where = f", the first at {self.first[0]}, {self.first[1]}" if self.first else ""
        longer = f", {self.longer * CELL} points longer or shorter" if self.longer else ""
        return f"{self.apart} cells are apart{where}; a shade of {self.tinted:.2f} off{longer}"


class Comparing:
    """A page of the browser in which pictures are compared."""

    def __init__(self, browser: Any) -> None:
        self.page = browser.new_page()
        self.page.add_script_tag(path=Path(__file__).with_suffix(".js"))

    def reduced(self, picture: bytes) -> bytes:
        """A picture (PNG) as cells (WebP, nothing lost)."""
        told = self.page.evaluate("([png, size]) => reduce(png, size)", [_text(picture), CELL])
        return base64.b64decode(told)

    def likeness(self, accepted: bytes, picture: bytes) -> Likeness:
        """A picture (PNG) beside an accepted one that was reduced."""
        said = [_text(accepted), _text(picture), {"size": CELL, "most": APART}]
        told = self.page.evaluate("([accepted, png, by]) => compare(accepted, png, by)", said)
        first = told["first"]
        return Likeness(
            apart=told["apart"],
            first=(first[0] * CELL, first[1] * CELL) if first else None,
            longer=told["longer"],
            tinted=told["tinted"],
            sheet=base64.b64decode(told["sheet"]),
        )


def _text(picture: bytes) -> str:
    return base64.b64encode(picture).decode()
