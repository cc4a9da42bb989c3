"""What is said to somebody aloud, in the language and by the du or Sie of the letters. Pure.

A table in another language than English stands beside the English one: `questions_de.txt`.
"""

from firststep.facts.text import table_beside
from firststep.steps.outreach.drafting.german.names import role_named
from firststep.steps.outreach.drafting.names import department_said
from firststep.steps.outreach.wordings.languages import Variety, written_in

ENGLISH: Variety = "british"


def table_aloud(module: str, name: str, variety: Variety) -> list[str]:
    """The lines of the table beside a module, as they are said in that variety; the English table
    is spelt one way for all."""
    language = written_in(variety)
    if language.folder == "en":
        return table_beside(module, name)
    lines = table_beside(module, f"{name}_{language.folder}")
    return [language.spelt(line, variety) for line in lines]


def department_aloud(name: str, variety: Variety) -> str:
    """A department within a sentence of that language: "purchasing", behind "im Bereich"
    "Einkauf"."""
    return department_said(name) if written_in(variety).folder == "en" else role_named(name)
