"""Address cards as thirty programs and telephones make them (FORMATS section 5, R4)."""

import pytest

from firststep.bringing.formats import read_file
from tests.bringing.formats.producers import ADA, Made, lines, told

BOM = b"\xef\xbb\xbf"


def card(*parts: str, version: str = "3.0", ends: str = "\r\n", coded: str = "utf-8") -> bytes:
    """A card of these lines."""
    whole = ("BEGIN:VCARD", f"VERSION:{version}", *parts, "END:VCARD")
    return lines(*whole, ends=ends, coded=coded)


CARDS = [
    Made(
        "Outlook 2003: commas as they are, letters quoted in the code page nobody names",
        card("N;ENCODING=QUOTED-PRINTABLE:Gro=DFmann;J=F6rg", "ORG:Halden Turbines, Inc.;Sales",
             "TITLE:Director, Purchasing", "TEL;WORK;VOICE:+49 30 5550-100",
             "LABEL;WORK;ENCODING=QUOTED-PRINTABLE:Main Street 1=0D=0A=", "Berlin",
             "EMAIL;PREF;INTERNET:joerg@halden.example", "X-MS-OL-DESIGN;CHARSET=utf-8:<card/>",
             version="2.1"),
        ("Jörg Großmann | joerg@halden.example | +49 30 5550-100 | Halden Turbines, Inc. |"
         " Director, Purchasing", "read as cp1252: Großmann;Jörg"),
    ),
    Made(
        "Outlook 365: a picture of its own kind, a department without a company",
        card("N;LANGUAGE=nl:Okafor;Zoe", "FN:Zoe Okafor", "ORG:;Inkoop", "TITLE:Hoofd",
             "X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:", " /9j/4AAQ", " SkZJ", "",
             "EMAIL:zoe@halden.example", version="2.1"),
        ("Zoe Okafor | zoe@halden.example", "note ORG: Inkoop", "note title: Hoofd"),
    ),
    Made(
        "Apple: lines with a label of their own, a direction mark round the number, a social name",
        card("PRODID:-//Invented Inc.//Phone OS 20.1//EN", "N:Okafor;Zoe;;;", "FN:Zoe Okafor",
             "ORG:Halden Turbines\\, Inc.;",
             "item1.EMAIL;type=INTERNET;type=pref:zoe@halden.example",
             "item1.X-ABLabel:_$!<Work>!$_",
             "TEL;type=CELL;type=VOICE:\u202a+1 (555) 010-2030\u202c",
             "X-SOCIALPROFILE;type=linkedin;x-user=zoe-okafor:x-apple:zoe-okafor",
             "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-14",
             "NOTE:Met at the fair\\, asked\\nfor a call"),
        ("Zoe Okafor | zoe@halden.example | +1 (555) 010-2030 | zoe-okafor |"
         " Halden Turbines, Inc. | --02-14 | Met at the fair, asked\nfor a call",),
    ),
    Made(
        "iCloud: a company's card between two people",
        card("N:Park;Yun;;;", "FN:Yun Park") + card("N:;;;;", "FN:Halden Turbines",
             "ORG:Halden Turbines;", "X-ABShowAs:COMPANY") + card("N:Vos;Ben;;;", "FN:Ben Vos"),
        ("Yun Park", "Ben Vos", "company Halden Turbines"),
    ),
    Made(
        "Android 2.x: soft breaks within a letter, types bare",
        card("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=42=72=6F=6E=74=C3=", "=AB;=5A=6F=C3=AB;;;",
             "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=5A=6F=C3=AB =42=72=6F=6E=74=C3=AB",
             "TEL;CELL;PREF:0612345678", "TEL;X-Kantoor:030-1234567p102", version="2.1"),
        ("Zoë Brontë | 0612345678 | 030-1234567 ext. 102",),
    ),
    Made(
        "Samsung: the whole name in one part, an address without a name",
        card("N:;Zoe Okafor;;;", "FN:Zoe Okafor", "TEL;CELL:+31612345678", version="2.1")
        + card("N:ben@vos.example;;;;", "FN:ben@vos.example", "EMAIL:ben@vos.example"),
        ("Zoe Okafor | +31612345678", "skipped: 1", "note name: ben@vos.example"),
    ),
    Made(
        "Nokia: lower case, single carriage returns, blanks behind the ends",
        card("n:Okafor;Zoe", "tel;pref;cell:+358401234567", version="2.1", ends="\r")
        .replace(b"BEGIN:VCARD", b"begin:vcard ").replace(b"END:VCARD", b"end:vcard  "),
        ("Zoe Okafor | +358401234567",),
    ),
    Made(
        "BlackBerry: lines end in two ways, a profile is named, the last line has no end",
        b"BEGIN:VCARD\r\nPROFILE:VCARD\nVERSION:3.0\r\nFN:Zoe Okafor\nN:Okafor;Zoe\r\n"
        b"TEL;TYPE=WORK:+1 555 010 2030 x12\nEND:VCARD",
        ("Zoe Okafor | +1 555 010 2030 ext. 12",),
    ),
    Made(
        "The Bat!: Cyrillic in the charset that each line names",
        card("N;CHARSET=KOI8-R:Иванова;Анна", "FN;CHARSET=KOI8-R:Анна Иванова",
             "ORG;CHARSET=KOI8-R:Турбины, ООО", version="2.1", coded="koi8-r"),
        ("Анна Иванова | Турбины, ООО", "read as koi8-r: Анна Иванова"),
    ),
    Made(
        "A Greek telephone: bare bytes, the charset stands at another line",
        card("N:Παπαδόπουλος;Γιώργος", "ORG:Halden", "TITLE:Πωλήσεις",
             "LABEL;CHARSET=Windows-1253;ENCODING=QUOTED-PRINTABLE:=C1=E8", version="2.1",
             coded="cp1253"),
        ("Γιώργος Παπαδόπουλος | Halden | Πωλήσεις", "read as cp1253: Παπαδόπουλος;Γιώργος"),
    ),
    Made(
        "An exchange of several countries: a charset for each line",
        card("N;CHARSET=KOI8-R:1", "ORG;CHARSET=ISO-8859-7:2", "TITLE;CHARSET=ISO-8859-2:3",
             version="2.1").replace(b":1", ":Иванова;Анна".encode("koi8-r"))
        .replace(b":2", ":Αθήνα".encode("iso-8859-7")).replace(b":3", ":Łódź".encode("iso-8859-2"))
        .replace("VERSION:Αθήνα".encode("iso-8859-7"), b"VERSION:2"),
        ("Анна Иванова | Αθήνα | Łódź", "read as koi8-r: Иванова;Анна"),
    ),
    Made(
        "A Japanese telephone: letters of two bytes, the second of them a backslash",
        card("N;CHARSET=SHIFT_JIS:ソネ;能", "FN;CHARSET=SHIFT_JIS:ソネ 能",
             "ORG;CHARSET=SHIFT_JIS:ソ;ソ", version="2.1", coded="cp932"),
        ("ソネ 能 | ソ", "read as cp932: ソネ 能"),
    ),
    Made(
        "A Ukrainian list: bare bytes and nothing that tells",
        card("N:Коваль;Віктор", version="2.1", coded="cp1251"),
        ("Віктор Коваль", "read as cp1251: Коваль;Віктор"),
    ),
    *(Made(
        f"Bare bytes of {coded}, nothing that tells: {family}",
        card("ORG:Café", version="2.1").replace(
            b"ORG", f"N:{family};{given}\r\nORG".encode(coded)),
        (f"{given} {family.title()} | Café", f"read as {coded}: {family};{given}"),
    ) for coded, family, given in (
        ("koi8-r", "Иванова", "Анна"), ("cp1251", "ПЕТРОВ", "Сергей"),
        ("cp1253", "Παπαδόπουλος", "Γιώργος"), ("cp1252", "Großmann", "Jörg"),
        ("cp1252", "Ñáñez", "Íñigo"))),
    Made(
        "Lotus Notes: underscores in names of lines, a line nobody can read",
        card("N:Okafor;Zoe", "X_LOTUS_BESTTIMETOCALL:9:00", "this is no line", "FN:Zoe Okafor",
             version="2.1"),
        ("Zoe Okafor", "note : this is no line"),
    ),
    Made(
        "Thunderbird: quoted-printable in a card of version 3",
        card("N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Bront=C3=AB;Zo=C3=AB", "FN:Zoë Brontë",
             "ORG:Halden;", "X-MOZILLA-HTML:FALSE"),
        ("Zoë Brontë | Halden",),
    ),
    Made(
        "Nextcloud: father and son, the mark in the fifth part of the name",
        card("N:Smith;John;;Mr.;Jr.", "FN:John Smith", "EMAIL:john.jr@halden.example",
             "CATEGORIES:Family,Job\\, old", "X-ADDRESSBOOKSERVER-KIND:individual")
        + card("N:Smith;John;;;Sr.,PhD", "FN:John Smith", version="4.0"),
        ("John Smith Jr. | john.jr@halden.example | Labels: Family, Job, old", "John Smith Sr."),
    ),
    Made(
        "KAddressBook: version 4 with links, preferences by number, a group of people",
        card("FN:Zoe Okafor", "N:Okafor;Zoe;;;", "EMAIL;PREF=2:zoe@home.example",
             "EMAIL;PREF=1;TYPE=\"work,x\":mailto:zoe@halden.example", "KIND:individual",
             "TEL;VALUE=uri;PREF=1;TYPE=\"voice,work\":tel:+31-30-1234567;ext=102",
             "X-KADDRESSBOOK-X-Profession:Buyer", version="4.0")
        + card("KIND:group", "FN:Friends", "MEMBER:urn:uuid:1", version="4.0"),
        ("Zoe Okafor | zoe@halden.example | zoe@home.example | +31-30-1234567 ext. 102",
         "skipped: 1"),
    ),
    Made(
        "Evolution: a name only as it is shown, titles before it, a quoted colon in a parameter",
        card("FN:Dr. Zoe Okafor", "N:;;;;", "ORG:Halden Turbines;Purchasing",
             "EMAIL;X-COUCHDB-UUID=\"a:b;c\";TYPE=WORK:zoe@halden.example",
             "ROLE:Head of Purchasing"),
        ("Zoe Okafor | zoe@halden.example | Halden Turbines | Head of Purchasing",),
    ),
    Made(
        "Exchange: an address of its own, the family name alone beside the whole",
        card("N:Okafor;;;;", "FN:Zoe Okafor", "EMAIL;TYPE=EX:/o=Halden/ou=HQ/cn=zoe",
             "EMAIL;TYPE=SMTP:zoe@halden.example"),
        ("Zoe Okafor | zoe@halden.example", "note e-mail: /o=Halden/ou=HQ/cn=zoe"),
    ),
    Made(
        "Zimbra: a nickname only, an empty shown name, escapes that are none",
        card("FN:", "N:O\\'Neill;Ann\\-Marie;;;", "NOTE:100\\% C:\\temp; two",
             "TEL:\\+31 30 1234567"),
        ("Ann-Marie O'Neill | +31 30 1234567 | 100% C:\\temp; two",),
    ),
    Made(
        "Yahoo: several cards put together, a mark of the encoding before each, one cut short",
        BOM + card("N:Okafor;Zoe", "FN:Zoe Okafor") + BOM + b"BEGIN:VCARD\r\nFN:X\r\n"
        + BOM + card("N:Park;Yun", "FN:Yun Park"),
        ("Zoe Okafor", "Yun Park", "complaint in line 6: "),
    ),
    Made(
        "Gmail: a line folded within a letter, another far too long",
        card("FN:Zoë Okafor", "X-GROUP:" + "x" * 300_000, "N:Okafor;Zoë;;;", "NOTE:" + "y" * 70_000)
        .replace("FN:Zoë".encode(), b"FN:Zo\xc3\r\n \xab"),
        ("Zoë Okafor", "note NOTE: "),
    ),
    Made(
        "An old assistant within a card, and an indented one",
        card("N:Okafor;Zoe", "AGENT:", "BEGIN:VCARD", "N:Aide;Ann", "END:VCARD", "ORG:Halden",
             version="2.1")
        + b"  BEGIN:VCARD\r\n  N:Park;Yun\r\n  NOTE:long\r\n    er\r\n  END:VCARD\r\n",
        ("Zoe Okafor | Halden", "Yun Park | long er"),
    ),
    Made(
        "An old one that folds at blanks and says base64 for words",
        card("N:Okafor;Zoe", "NOTE:Met at the fair", " and talked", "ORG;ENCODING=BASE64:SGFsZGVu",
             version="2.1"),
        ("Zoe Okafor | Halden | Met at the fair and talked",),
    ),
    Made(
        "A name damaged in one of its two lines, a title in another",
        card("N:Okafor;Zoë", "FN:Zoë Okafor", "ORG:Halden", "TITLE:Käufer")
        .replace("FN:Zoë Okafor".encode(), b"FN:Zo\xc3").replace("Käufer".encode(), b"K\xc3"),
        ("Zoë Okafor | Halden", "note FN: Zo\\xc3", "note TITLE: K\\xc3"),
    ),
    Made(
        "A switchboard's list: fax and pager, which nobody answers, beside a number for both",
        card("FN:Zoe Okafor", "TEL;TYPE=WORK,FAX:+31 30 999 0001", "TEL;PAGER:+31 30 999 0002",
             "TEL;TYPE=fax,voice:+31 30 555 0100", 'TEL;TYPE="cell,pref":+31 6 1234 5678'),
        ("Zoe Okafor | +31 6 1234 5678 | +31 30 555 0100",),
    ),
]  # fmt: skip


@pytest.mark.parametrize("made", CARDS, ids=[one.by for one in CARDS])
def test_the_card_of_every_producer_gives_whom_it_holds(made: Made) -> None:
    assert told(read_file("upload", made.file, given=ADA)) == made.holds
