"""Names of people as they are written, taken apart."""

from collections.abc import Iterable

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
    ("ANN LEE", "Ann", "Lee"),
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
# Titles, slogans, styles and shouting of ten languages: a greeting never begins "Hi Ir. Yun,".
HUNG_ON = [
    ("Zoe Okafor, Ph.D., P.Eng.", "Zoe", "Okafor"),
    ("Ir. Yun Park", "Yun", "Park"),
    ("Drs. Ben Vos", "Ben", "Vos"),
    ("Vos, drs. Ben", "Ben", "Vos"),
    ("Mevr. Ann Lee", "Ann", "Lee"),
    ("Vos, drs. B. de", "B.", "de Vos"),
    ("Петрова Анна Ивановна", "Анна Ивановна", "Петрова"),
    ("Mr. dr. Ben Vos", "Ben", "Vos"),
    ("Sra. Luz Vega", "Luz", "Vega"),
    ("Lic. Luz Vega", "Luz", "Vega"),
    ("Sr. Juan Pérez", "Juan", "Pérez"),
    ("Mme Eva Roy", "Eva", "Roy"),
    ("Dr. med. dent. Max Frei", "Max", "Frei"),
    ("Prof. Dr. Dr. h. c. mult. Max Frei", "Max", "Frei"),
    ("PD Dr. Max Frei", "Max", "Frei"),
    ("Dipl. Ing. Max Frei", "Max", "Frei"),
    ("Dr.Max Frei", "Max", "Frei"),
    ("Dott.ssa Eva Rossi", "Eva", "Rossi"),
    ("Eng.ª Maria Silva", "Maria", "Silva"),
    ("Profa. Dra. Maria Silva", "Maria", "Silva"),
    ("prof. dr hab. inż. Jan Kowalski", "Jan", "Kowalski"),
    ("Doc. RNDr. Eva Nováková, CSc.", "Eva", "Nováková"),
    ("Ing. arch. Eva Nová, PhD.", "Eva", "Nová"),
    ("Tekn. dr Eva Lind", "Eva", "Lind"),
    ("д-р Иван Петров", "Иван", "Петров"),
    ("李明先生", "李明", ""),
    ("Kim Oz she/her", "Kim", "Oz"),
    ("Kim Oz, they/them", "Kim", "Oz"),
    ("Ann Lee – hiring!", "Ann", "Lee"),
    ("Ann Lee | Supply Chain", "Ann", "Lee"),
    ("Ann Lee ★ Buyer", "Ann", "Lee"),
    ("Ann Lee #OpenToWork", "Ann", "Lee"),
    ("Ann Lee, Head of Purchasing at Halden", "Ann", "Lee"),
    ("Dr Ann Lee MD", "Ann", "Lee"),
    ("Ann Lee PhD FRSC", "Ann", "Lee"),
    ("Lee, J.D.", "J.D.", "Lee"),
    ("Zo\u200bë Oka\u00adfor", "Zoë", "Okafor"),
    ("𝗔𝗻𝗻 𝓛𝓮𝓮", "Ann", "Lee"),
    ("Ａｎｎ Ｌｅｅ", "Ann", "Lee"),
    ("ᴀɴɴ ʟᴇᴇ", "Ann", "Lee"),
    ("🅰🅽🅽 A̲n̲n̲a̲", "Ann", "Anna"),
    ("SEAN O'NEIL", "Sean", "O'Neil"),
    ("ANN MCDONALD", "Ann", "McDonald"),
    ("DE VRIES, JAN", "Jan", "de Vries"),
    ("Jean DUPONT MARTIN", "Jean", "Dupont Martin"),
    ("ANNE-MARIE SMITH-JONES", "Anne-Marie", "Smith-Jones"),
    ("AJ SMITH", "AJ", "Smith"),
    ("İBRAHİM ÖZ", "İbrahim", "Öz"),
    ("Robert “Bob” Lee", "Robert", "Lee"),
    ("Robert 'Bob' Lee", "Robert", "Lee"),
    ("Gerard 't Hooft", "Gerard", "'t Hooft"),
    ("José Ortega y Gasset", "José", "Ortega y Gasset"),
]
# What looks like a title and is a name stays one.
NAMES_ALL_THE_SAME = [
    ("Ing Lee", "Ing", "Lee"),
    ("Mag Frei", "Mag", "Frei"),
    ("Eng Tan", "Eng", "Tan"),
    ("Doc Holliday", "Doc", "Holliday"),
    ("Nat Cole", "Nat", "Cole"),
    ("Wei Ma", "Wei", "Ma"),
    ("M. Scott Peck", "M. Scott", "Peck"),
    ("Inga Bauer", "Inga", "Bauer"),
    ("Pan Wei", "Pan", "Wei"),
]


def test_there_are_sixty_of_them() -> None:
    assert len(NAMES) >= 60


@pytest.mark.parametrize("table", [NAMES, HUNG_ON, NAMES_ALL_THE_SAME])
def test_a_whole_name_in_one_cell_is_taken_apart(table: Iterable[tuple[str, str, str]]) -> None:
    for written, given, family in table:
        _is_taken_apart(written, given, family)


def _is_taken_apart(written: str, given: str, family: str) -> None:
    found = apart("", written) if " " in written else apart(written, "")

    assert found == (given, family)


@pytest.mark.parametrize(
    ("given", "family", "wanted"),
    [
        ("Drs. Ben", "Vos", ("Ben", "Vos")),
        ("Ir.", "Yun Park", ("Yun", "Park")),
        ("Mr", "Lee", ("", "Lee")),
        ("𝗔𝗻𝗻", "𝗟𝗲𝗲", ("Ann", "Lee")),
        ("Ann", "Lee she/her", ("Ann", "Lee")),
        ("Ann", "Lee – hiring", ("Ann", "Lee")),
        ("Zoë", "VAN DER BERG", ("Zoë", "van der Berg")),
        ("Jan", "De Vries", ("Jan", "De Vries")),
        ("Priyanka", "Sharma, MBA, PMP", ("Priyanka", "Sharma")),
        ("Sofía 🌱", "de la Cruz", ("Sofía", "de la Cruz")),
        ("DR. HEIKE", "KRÄMER", ("Heike", "Krämer")),
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
        ("Sr. Juan Pérez", ""),
        ("John Smith Sr.", "Sr."),
        ("Junior Santos", ""),
        ("Senior Smith", ""),
        ("John Smith", ""),
    ],
)
def test_a_generation_is_told_from_a_name(written: str, wanted: str) -> None:
    assert generation(written) == wanted
