"""Which target a written company is: hard pairs, each with the tier a careful person would give."""

import pytest

from firststep.steps.goal.companies.matching import Target, TargetIndex, company_key, matched

PAIRS: list[tuple[str, str, str | None]] = [
    # the same name
    ("Google", "Google LLC", "exact"),
    ("Google", "GOOGLE", "exact"),
    ("Siemens", "Siemens AG", "exact"),
    ("Acme", "Acme Pty Ltd", "exact"),
    ("Acme", "Acme, Inc.", "exact"),
    ("Straßenbau", "Strassenbau GmbH & Co. KG", "exact"),
    ("サンプル", "株式会社サンプル", "exact"),
    ("Ромашка", "ООО «Ромашка»", "exact"),
    ("Johnson & Johnson", "Johnson and Johnson Inc.", "exact"),
    ("Coca-Cola", "The Coca-Cola Company", "exact"),
    ("McDonald's", "McDonalds Corporation", "exact"),
    ("Ferrero", "Ferrero S.p.A.", "exact"),
    ("Cemex", "Cemex, S.A. de C.V.", "exact"),
    ("Cemex", "CEMEX S.A.B. de C.V.", "exact"),
    ("Toyota Motor", "Toyota Motor Corporation Kabushiki Kaisha", "exact"),
    ("SAP", "SAP SE", "exact"),
    ("Shell", "Shell plc", "exact"),
    ("3M", "3M Company", "exact"),
    ("A.P. Moller", "AP Moller A/S", "exact"),
    ("H&M", "H & M", "exact"),
    ("Marks & Spencer", "Marks and Spencer plc", "exact"),
    ("Contoso", "Contoso sp. z o.o.", "exact"),
    ("Zenith Foods", "zenith foods s.r.o.", "exact"),
    ("Société Exemplaire", "Societe Exemplaire SARL", "exact"),
    ("Amazon Web Services", "Amazon Web Services (AWS)", "exact"),
    ("Amazon Web Services", "Amazon Web Services (AWS", "exact"),
    ("Procter & Gamble", "Procter & Gamble (P&G)", "exact"),
    ("Acme", "Acme (NASDAQ: ACME)", "exact"),
    # the same words, written otherwise
    ("Müller", "Mueller GmbH", "strong"),
    ("Coca-Cola", "CocaCola", "strong"),
    ("Booking.com", "Booking", "strong"),
    ("BMW", "BMW Group", "strong"),
    ("Acme", "Acme Holding AG", "strong"),
    ("University of Vienna", "Vienna University", "strong"),
    # a question for the seeker
    ("Google", "Google (via acquisition)", "weak"),
    ("Google", "Google (Ireland)", "weak"),
    ("Google", "Google Ireland", "weak"),
    ("Google", "Google Cloud", "weak"),
    ("Amazon", "Amazon Web Services", "weak"),
    ("Microsoft", "Micorsoft", "strong"),
    ("International Business Machines", "IBM", "strong"),
    ("Procter & Gamble", "P&G", "strong"),
    ("Siemens", "Siemens Deutschland GmbH", "weak"),
    ("Dorn", "Dorn Automotive", "weak"),
    # other houses
    ("Epic Games", "Epic", None),
    ("Epic", "Epic Games", None),
    ("Loop", "Loop Industries", None),
    ("Dorn", "Dorn Music", None),
    ("Rau", "Rau Systems", None),
    ("Apple", "Apple Bank", None),
    ("Delta", "Delta Dental", None),
    ("Meta", "Metabase", None),
    ("Orange", "Orange County", None),
    ("Total", "Total Wine", None),
    ("Uber", "Ubertas", None),
    ("Day", "Day Spa", None),
    ("Allianz", "Alliance", None),
    ("Continental", "Continental Airlines", None),
    ("Target", "On Target", None),
    ("Shell", "Shellfish Co", None),
    ("SAP", "SAPIENT", None),
    ("Oracle", "Oracle Elementary School", None),
    ("Visa", "Visa Vergani", None),
    ("Sony", "Sony Music", None),
    ("Ford", "Fjord", None),
    ("General Electric", "General Motors", None),
    ("Bank of America", "America", None),
    ("Merit", "Merits Health", None),
    ("Acme", "Self-employed", None),
    ("Acme", "", None),
    ("Acme", "🚀", None),
    ("ING", "Consulting", None),
]


@pytest.mark.parametrize(("target", "written", "tier"), PAIRS)
def test_a_written_company_is_the_target_it_is(target: str, written: str, tier: str | None) -> None:
    match = matched(written, [Target(7, target)])

    assert (match.tier if match else None) == tier
    if match:
        assert match.company_id == 7
        assert f'"{written}"' in match.why
        assert f'"{target}"' in match.why


def test_an_alias_counts_as_the_name_and_the_reason_says_so() -> None:
    alphabet = Target(3, "Alphabet", aliases=("Google",))

    match = matched("Google LLC", [Target(1, "Acme"), alphabet])

    assert match is not None
    assert (match.company_id, match.tier) == (3, "exact")
    assert match.why == '"Google LLC" is the same name as "Google", another name of Alphabet.'


def test_the_surest_of_two_targets_is_taken() -> None:
    match = matched("Amazon Web Services", [Target(1, "Amazon"), Target(2, "Amazon Web Services")])

    assert match is not None
    assert (match.company_id, match.tier) == (2, "exact")


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("Google LLC", "google"),
        ("The Gap, Inc.", "gap"),
        ("Google (via acquisition)", "google via acquisition"),
        ("GmbH", "gmbh"),
        ("(Acme)", "acme"),
        ("", ""),
        ("!!!", ""),
    ],
)
def test_a_key_is_what_two_spellings_of_one_house_share(raw: str, key: str) -> None:
    assert company_key(raw) == key


def test_many_names_meet_forty_targets_only_where_they_share_a_block(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The index compares a name with the few targets of its block, never with all."""
    compared: list[tuple[str, str]] = []
    monkeypatch.setattr("rapidfuzz.fuzz.ratio", lambda *two: compared.append(two) or 0)
    others = [Target(i, f"Target {i} AG") for i in range(1, 40)]
    index = TargetIndex([*others, Target(40, "Housing 1 AG")])

    found = [index.match(f"House {i} GmbH") for i in range(100, 1_000)]

    assert not any(found)
    assert {one for one, _ in compared} == {"housing 1"} and len(compared) <= 900
