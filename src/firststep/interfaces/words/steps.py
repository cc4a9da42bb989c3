"""What is to be done, as it goes on in a sentence."""

from firststep.facts.step_kinds import STEP_KIND


def deed(
    kind: str, *, name: str = "", company: str = "", seat: str = "", late: bool = False
) -> str:
    """`call Dana Whitlock`, `find the Head of Purchasing`."""
    return (
        STEP_KIND[kind]
        .said(late=late)
        .format(name=name or company or "them", seat=seat or name or "manager", company=company)
    )


def deed_there(
    kind: str, *, name: str = "", company: str = "", seat: str = "", late: bool = False
) -> str:
    """`call Dana Whitlock (Acme)`: with the company, where the sentence does not name it."""
    said = deed(kind, name=name, company=company, seat=seat, late=late)
    words = STEP_KIND[kind].said(late=late)
    named = "{company}" in words or not (name or "{seat}" in words)
    return f"{said} ({company})" if company and not named else said
