"""Cells that a spreadsheet would take for a formula: written so that it does not, and back.

A cell that begins with = + - @ or a control character gets an apostrophe before it. One that
begins with apostrophes and then such a sign gets one more, so that reading back gives what was.
"""

RISKY = frozenset("=+-@\t\r\n＝＋－＠")


def neutral(text: str) -> str:
    """The text as a cell that is only text: "=1+1" as "'=1+1", "+44 20" as "'+44 20"."""
    return f"'{text}" if text.lstrip("'")[:1] in RISKY and text.lstrip("'") else text


def as_meant(cell: str) -> str:
    """What a neutral cell says."""
    is_marked = cell.startswith("'") and cell.lstrip("'")[:1] in RISKY and cell.lstrip("'")
    return cell[1:] if is_marked else cell
