"""Links the seeker opens. They are only built here, never fetched (promise P-b)."""

from urllib.parse import quote, urlencode


def people_search(company: str, title: str) -> str:
    """LinkedIn's search for people with that post at that company."""
    words = " ".join(part for part in (title, company) if part)
    return "https://www.linkedin.com/search/results/people/?" + urlencode({"keywords": words})


def web_search(company: str, title: str) -> str:
    """A search of the whole web for whoever holds that post."""
    words = " ".join(f'"{part}"' for part in (company, title) if part)
    return "https://duckduckgo.com/?" + urlencode({"q": words})


def search_links(company: str, title: str) -> list[str]:
    """Where to look for the person behind a seat."""
    return [people_search(company, title), web_search(company, title)]


def profile(slug: str) -> str:
    """A person's LinkedIn page; empty for nobody's."""
    return f"https://www.linkedin.com/in/{quote(slug, safe='-')}/" if slug else ""


def mailto(address: str, *, subject: str = "", body: str = "", longest: int = 1900) -> str:
    """Opens a new message in the seeker's own mail program; sends nothing.

    Longer than about 1,900 characters some programs cut it: then the body is left out, to be
    copied instead.
    """
    told = {"subject": subject, "body": body.replace("\n", "\r\n")}
    link = _mailto(address, told)
    return link if len(link) <= longest else _mailto(address, {"subject": subject})


def _mailto(address: str, told: dict[str, str]) -> str:
    rest = urlencode({key: value for key, value in told.items() if value}, quote_via=quote)
    return f"mailto:{quote(address, safe='@+.-_')}" + (f"?{rest}" if rest else "")


def tel(number: str) -> str:
    """Rings that number."""
    kept = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    return f"tel:{kept}" if kept else ""
