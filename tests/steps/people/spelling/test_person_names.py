"""Names of people as they are written, taken apart."""

import pytest

from firststep.steps.people.spelling.person_names import apart, generation, tidy

NAMES = [
    ("van der Berg, Jan", "Jan", "van der Berg"),
    ("李 明", "明", "李"),
    ("Dr. Anna-Maria O'Neill, MBA, PMP", "Anna-Maria", "O'Neill"),
    ("Madonna", "Madonna", ""),
    ("Jan van der Berg", "Jan", "van der Berg"),
    ("Anna Lee", "Anna", "Lee"),
    ("Lee, Anna", "Anna", "Lee"),
    ("Prof. Dr. Heike Krämer", "Heike", "Krämer"),
    ("Heike Krämer, PhD", "Heike", "Krämer"),
    ("Mr. Tom Fox", "Tom", "Fox"),
    ("Maria de la Cruz", "Maria", "de la Cruz"),
    ("Ludwig von Mises", "Ludwig", "von Mises"),
    ("Robert Downey Jr.", "Robert", "Downey"),
    ("Downey Jr., Robert", "Robert", "Downey"),
    ("Mary Ann Smith", "Mary Ann", "Smith"),
    ("J. R. R. Tolkien", "J. R. R.", "Tolkien"),
    ("José Núñez", "José", "Núñez"),
    ("Jean-Luc Picard", "Jean-Luc", "Picard"),
    ("Anna Schmidt-Weber", "Anna", "Schmidt-Weber"),
    ("O'Connell, Siân", "Siân", "O'Connell"),
    ("Smith, John, MBA", "John", "Smith"),
    ("John Smith, CPA, CFA", "John", "Smith"),
    ("Ann Lee (she/her)", "Ann", "Lee"),
    ("Sofía 🌱 de la Cruz", "Sofía", "de la Cruz"),
    ("Ömer Yıldız CPSM", "Ömer", "Yıldız"),
    ("Dipl.-Ing. Klaus Maier", "Klaus", "Maier"),
    ("Mag. Eva Huber", "Eva", "Huber"),
    ("Frau Eva Huber", "Eva", "Huber"),
    ("Herr Dr. Karl Otto", "Karl", "Otto"),
    ("Li Ming", "Li", "Ming"),
    ("王小红", "王小红", ""),
    ("欧阳 娜", "娜", "欧阳"),
    ("山本 さくら", "さくら", "山本"),
    ("박지민", "박지민", ""),
    ("Nguyễn Thị Hoa", "Nguyễn Thị", "Hoa"),
    ("Иванова Мария", "Иванова", "Мария"),
    ("Мария Иванова", "Мария", "Иванова"),
    ("محمد العلي", "محمد", "العلي"),
    ("Ελένη Παπαδοπούλου", "Ελένη", "Παπαδοπούλου"),
    ("ANN LEE", "ANN", "LEE"),
    ("ann lee", "ann", "lee"),
    ("  Ann   Lee ", "Ann", "Lee"),
    ("Ann Lee | Buyer at Acme", "Ann", "Lee"),
    ("Ann Lee - Buyer", "Ann", "Lee"),
    ('Ann "Annie" Lee', "Ann", "Lee"),
    ("Sir Ian McKellen", "Ian", "McKellen"),
    ("Dr. med. Jutta Frei", "Jutta", "Frei"),
    ("Vincent van Gogh", "Vincent", "van Gogh"),
    ("Miguel de Cervantes y Saavedra", "Miguel", "de Cervantes y Saavedra"),
    ("Abu Bakr al-Rashid", "Abu Bakr", "al-Rashid"),
    ("bin Laden, Omar", "Omar", "bin Laden"),
    ("Björk Guðmundsdóttir", "Björk", "Guðmundsdóttir"),
    ("D'Angelo Russo", "D'Angelo", "Russo"),
    ("Mc Donald, Ronald", "Ronald", "Mc Donald"),
    ("Peter Paul Rubens", "Peter Paul", "Rubens"),
    ("Ms Kate O’Hara", "Kate", "O’Hara"),
    ("Ann Lee, Ph.D.", "Ann", "Lee"),
    ("Ann Lee MSc", "Ann", "Lee"),
    ("LinkedIn Member", "", ""),
    ("Sam Lee, MD", "Sam", "Lee"),
    ("Lee", "Lee", ""),
    ("Karl-Theodor zu Guttenberg", "Karl-Theodor", "zu Guttenberg"),
    ("Le Bon, Simon", "Simon", "Le Bon"),
    ("St. John, Olivia", "Olivia", "St. John"),
    ("Prof. Anna Weber, M.Sc., MBA", "Anna", "Weber"),
    ("Thijs ter Horst", "Thijs", "ter Horst"),
    ("Lee-Ann O'Brien Smith", "Lee-Ann O'Brien", "Smith"),
    ("John Smith, Jr.", "John", "Smith"),
    ("Prince Mensah", "Prince", "Mensah"),
    ("King Adeyemi", "King", "Adeyemi"),
    ("Bishop Miller", "Bishop", "Miller"),
    ("Judge Reinhold", "Judge", "Reinhold"),
    ("Pat Same", "Pat", "Same"),
    ("Jo Md", "Jo", "Md"),
    ("Tom Esq", "Tom", "Esq"),
    ("Lee, Bob, MBA", "Bob", "Lee"),
    ("Lee, Ma", "Ma", "Lee"),
    ("Phil Collins", "Phil", "Collins"),
    ("Priya Sharma, CIPM", "Priya", "Sharma"),
    ("Prof. Dr.-Ing. Eva Huber", "Eva", "Huber"),
    ("Mag", "Mag", ""),
    ("Dr. Lee", "Lee", ""),
]


def test_there_are_sixty_of_them() -> None:
    assert len(NAMES) >= 60


@pytest.mark.parametrize(("written", "given", "family"), NAMES)
def test_a_whole_name_in_one_cell_is_taken_apart(written: str, given: str, family: str) -> None:
    found = apart("", written) if " " in written else apart(written, "")

    assert found == (given, family)


@pytest.mark.parametrize(
    ("given", "family", "wanted"),
    [
        ("Priyanka", "Sharma, MBA, PMP", ("Priyanka", "Sharma")),
        ("Sofía 🌱", "de la Cruz", ("Sofía", "de la Cruz")),
        ("DR. HEIKE", "KRÄMER", ("HEIKE", "KRÄMER")),
        ("Ruben", "Garcia (he/him)", ("Ruben", "Garcia")),
        ("Madonna", "", ("Madonna", "")),
        ("明", "李", ("明", "李")),
        ("LinkedIn", "Member", ("", "")),
    ],
)
def test_two_cells_keep_to_what_stands_on_an_envelope(
    given: str, family: str, wanted: tuple[str, str]
) -> None:
    assert apart(given, family) == wanted


def test_a_formula_stays_text() -> None:
    assert tidy("=1+1") == "=1+1"


@pytest.mark.parametrize("suffix", ["Jr.", "III", "sr"])
def test_a_suffix_in_the_first_name_cell_loses_nobodys_first_name(suffix: str) -> None:
    assert apart(suffix, "Smith, John") == ("John", "Smith")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("John Smith, Jr.", "Jr."),
        ("Downey Jr., Robert", "Jr."),
        ("John Smith III", "III"),
        ("Junior Santos", ""),
        ("Senior Smith", ""),
        ("John Smith", ""),
    ],
)
def test_a_generation_is_told_from_a_name(written: str, wanted: str) -> None:
    assert generation(written) == wanted
