"""Days, counts and steps as a person says them."""

from typing import Any

from firststep.facts.step_kinds import STEP_KIND

TIES = {"close": "close to you", "known": "you know them", "met": "you have met them",
        "dormant": "not in touch for long", None: "no tie of your own"}  # fmt: skip


def about(minutes: int) -> str:
    """Minutes rounded to five, as one speaks of them."""
    return f"about {max(5, round(minutes / 5) * 5)} minutes"


def step(
    kind: str | None, *, name: str = "", company: str = "", seat: str = "", late: bool = False
) -> str:
    """`call Dana Whitlock (Acme)`; without a kind the thread only waits to be closed."""
    if kind is None:
        return f"leave it at that with {name}" if name else "leave it at that"
    words = STEP_KIND[kind].said(late=late)
    said = words.format(name=name or company or "them", seat=seat or "manager", company=company)
    named = "{company}" in words or not (name or "{seat}" in words)
    return f"{said} ({company})" if company and not named else said


def blank(found: Any) -> str:
    """A blank as it is named to the seeker, without its brackets."""
    return str(found).strip("[]")
