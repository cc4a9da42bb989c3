"""Departments and the words, English and German, by which titles and goals name them. Pure.

Lines of the table begin with what a seat there is called. Longer spellings are looked for first, so
"supply chain" is not "chain".
"""

from firststep.facts.text import table_beside


def _departments() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in table_beside(__file__, "departments"):
        name, _, spelled = line.partition(": ")
        found[name] = (*found.get(name, ()), *spelled.split(", "))
    return found


DEPARTMENTS = _departments()

# Whose head often stands above that department too.
ABOVE: dict[str, tuple[str, ...]] = {
    "Purchasing": ("Supply Chain", "Operations"), "Supply Chain": ("Operations",),
    "Quality": ("Operations",), "Design": ("Product",), "Data": ("Engineering", "IT"),
    "Customer Service": ("Operations", "Sales"), "Research and Development": ("Engineering",),
}  # fmt: skip

# English that sounds like German personnel, and is no department.
NO_DEPARTMENT: tuple[str, ...] = (
    "personal assistant", "personal trainer", "personal training", "personal banker",
    "personal banking", "personal shopper", "personal care", "personal injury", "personal lines",
    "personal development", "personal brand", "personal branding", "personal stylist",
    "personal coach",
)  # fmt: skip

# The one at the top, by letters: chief … officer.
CHIEFS: dict[str, str] = {
    "cpo": "Purchasing", "cmo": "Marketing", "cfo": "Finance", "cio": "IT", "coo": "Operations",
    "cto": "Engineering", "chro": "Human Resources", "cso": "Sales", "cro": "Sales",
    "clo": "Legal", "cdo": "Data", "cco": "Customer Service", "ciso": "IT",
}  # fmt: skip
# Letters that stand for several posts: product, people, privacy; security, strategy; compliance.
AMBIGUOUS_CHIEFS = frozenset({"cpo", "cso", "cco", "cdo"})
# Behind another department these only say what of it: "Procurement Operations" is procurement.
LIGHT = frozenset({"operations", "strategy", "project management", "quality"})
