"""The text by which a person is found: name, titles and companies, folded. Pure."""

from collections.abc import Iterable

from firststep.facts.text import fold


def search_text(name: str, posts: Iterable[tuple[str, str]] = ()) -> str:
    """What `Person.search_text` holds for a name and its present posts `(title, company)`."""
    parts = [name]
    for title, company in posts:
        parts += [title, company]
    return fold(" ".join(part for part in parts if part))
