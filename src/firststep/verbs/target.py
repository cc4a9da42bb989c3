"""Companies one wants to work for: each opens the seat of the department's manager."""

from collections.abc import Sequence

from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign, Company


def add_company(
    campaign: Campaign,
    *,
    stamp: Stamp,
    name: str,
    domain: str = "",
    motivation: int | None = None,
    opening: str = "",
    aliases: Sequence[str] = (),
) -> Company:
    """Makes a company a target; one already known is made a target, never doubled."""
    raise NotImplementedError


def edit_company(
    campaign: Campaign,
    *,
    stamp: Stamp,
    company: str,
    name: str | None = None,
    domain: str | None = None,
    motivation: int | None = None,
    opening: str | None = None,
    aliases: Sequence[str] | None = None,
) -> Company:
    """Corrects a company; None leaves a part as it is."""
    raise NotImplementedError


def drop_company(campaign: Campaign, *, stamp: Stamp, company: str) -> Company:
    """Makes a target a merely known company again; opened threads run to their end (F19)."""
    raise NotImplementedError


def confirm_match(
    campaign: Campaign, *, stamp: Stamp, written: str, company: str, refuse: bool = False
) -> Company:
    """Says for ever that a company as somebody wrote it is, or is not, a target."""
    raise NotImplementedError


def set_stage(campaign: Campaign, *, stamp: Stamp, company: str, stage: str) -> Company:
    """Says how far things are at a target: interview, job_offer or rejected."""
    raise NotImplementedError
