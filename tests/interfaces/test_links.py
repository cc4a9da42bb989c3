"""Links the seeker opens; built here, never fetched."""

from urllib.parse import parse_qs, urlsplit

from firststep.facts.channels import email
from firststep.interfaces import links


def test_a_people_search_names_the_post_and_the_company() -> None:
    link = links.people_search("Müller & Söhne", "Head of Purchasing")

    assert parse_qs(urlsplit(link).query) == {"keywords": ["Head of Purchasing Müller & Söhne"]}


def test_a_message_that_is_too_long_for_a_link_is_left_to_be_copied() -> None:
    short = links.hand_over(email.CHANNEL, "ann@acme.example", subject="Hello", body="One\nTwo")
    long = links.hand_over(email.CHANNEL, "ann@acme.example", subject="Hello", body="word " * 600)

    assert short == "mailto:ann@acme.example?subject=Hello&body=One%0D%0ATwo"
    assert long == "mailto:ann@acme.example?subject=Hello"


def test_an_address_cannot_add_headers_of_its_own() -> None:
    assert "&bcc=" not in links.hand_over(email.CHANNEL, "ann@acme.example?&bcc=eve@evil.example")


def test_a_number_is_rung_by_its_digits() -> None:
    assert links.tel("+49 (30) 5550-1234") == "tel:+493055501234"
    assert links.tel("") == ""
    assert links.tel("+31-30-1234567 ext. 102") == "tel:+31301234567,102"


def test_a_profile_is_linked_only_where_there_is_one() -> None:
    assert links.profile("ann-lee") == "https://www.linkedin.com/in/ann-lee/"
    assert links.profile("") == ""
