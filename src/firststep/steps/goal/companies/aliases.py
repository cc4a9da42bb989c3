"""Names that well-known houses go by, and words that are names of their own. Pure, our own list."""

from firststep.facts.text import table_beside


def _houses() -> dict[str, frozenset[str]]:
    houses = (
        frozenset(name.strip() for name in line.split("|"))
        for line in table_beside(__file__, "aliases")
    )
    return {name: names for names in houses for name in names}


ALIASES = _houses()
OWN_WORDS = frozenset(word for line in table_beside(__file__, "words") for word in line.split())
