"""The page of the playbook's rules, made from the code that carries them out."""

from inspect import getdoc
from pathlib import Path

from firststep.facts.playbook import LIMITS, PLAYBOOKS
from firststep.facts.step_kinds import MINUTES, OPTIONAL
from firststep.plan.playbook import RULES

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"
BEGINNING = """\
# The rules of the plan
This page is made by `bin/docs` from the program itself. Each step of Today is shown by one of these
rules, tried in this order; the number is that of docs/method.md (M, F), docs/evidence.md (C, E) or
docs/promises.md (P) it carries out.
"""


def page() -> str:
    text = BEGINNING
    for kind, rules in RULES.items():
        text += f"\n## {kind}\n{MINUTES[kind]} minutes.\n\n"
        text += "".join(f"- **{_words(rule.__name__)}**: {_told(rule)}\n" for rule in rules)
    text += "\n# What you may change\n"
    text += "`firststep playbook set KEY VALUE`, within these limits; they keep the manners.\n"
    text += f"\n| setting | {' | '.join(PLAYBOOKS)} | least | most | what it is |\n"
    text += f"| --- | {'--- | ' * len(PLAYBOOKS)}--- | --- | --- |\n"
    for key, limit in LIMITS.items():
        values = " | ".join(str(getattr(book, key)) for book in PLAYBOOKS.values())
        text += f"| `{key}` | {values} | {limit.least} | {limit.most} | {limit.words} |\n"
    text += "\n`minutes.KIND` changes how long a step takes. `rules.KIND no` leaves one out: "
    return text + ", ".join(f"`{kind}`" for kind in OPTIONAL) + ".\n"


def _words(name: str) -> str:
    return name.replace("_", " ")


def _told(rule: object) -> str:
    return " ".join((getdoc(rule) or "").split())


if __name__ == "__main__":
    PAGE.write_text(page())
