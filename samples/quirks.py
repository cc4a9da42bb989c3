"""Small samples, one per era or quirk of a file, and the fixed rows of the large one."""

from collections.abc import Callable

INVITATION_COLUMNS = (
    "From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl",
)  # fmt: skip
POSITION_COLUMNS = (
    "Company Name", "Title", "Description", "Location", "Started On", "Finished On",
)  # fmt: skip
OWN_POSITIONS = (
    ("Alder Foods", "Strategic Buyer", "", "Utrecht", "Mar 2019", "Sep 2026"),
    ("Nimbus Logistics", "Buyer", "", "Rotterdam", "Jan 2014", "Feb 2019"),
    ("Harbour Freight Lines", "Trainee", "", "Rotterdam", "Sep 2012", "Dec 2013"),
)
PROFILE_COLUMNS = (
    "First Name", "Last Name", "Maiden Name", "Address", "Birth Date", "Headline", "Summary",
    "Industry", "Zip Code", "Geo Location", "Twitter Handles", "Websites", "Instant Messengers",
)  # fmt: skip
SAVED_JOB_COLUMNS = ("Saved Date", "Job Url", "Job Title", "Company Name")
SAVED_JOBS = (
    ("10/12/26, 8:15 AM", "https://jobs.example/1", "Buyer castings", "Halden Turbines"),
    ("10/20/26, 7:02 PM", "https://jobs.example/2", "Strategic buyer frames", "Castell Bicycles"),
)
SMALL_TALK = (
    "Long time no see. How is Utrecht?",
    "Happy birthday, and greetings to everyone there.",
    "Thanks for the article, it was just what I needed.",
    "Shall we have lunch when you are in town?",
    "Congratulations on the new post.\nTell me more when you have a minute.",
    "Here is the list of suppliers I told you about, it is long, sorry.",
    "That was a good fair this year.",
)

OLD = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
NEW = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
PROFILE = "https://www.linkedin.com/in/"


def connection_files(notes: str) -> dict[str, bytes]:
    """Connections.csv by era, and as people re-save it."""
    excel = OLD.replace(",", ";") + (
        "Jürgen;Groß;juergen@gross.example;Hartmann Antriebe GmbH & Co. KG;Einkäufer;4-Apr-21\n"
        "Zoë;Lévêque;;Brasserie L'Été;Chef;14.11.2019\n"
    )
    texts = {
        "2019.csv": OLD + "Ann,Lee,ann@lee.example,Halden Turbines,Quality Manager,5 Apr 2018\n"
        'Ben,"Okoro, MBA",,"Norra Foods, B.V.",Buyer,12 Dec 2017\n',
        "2022.csv": notes + OLD + "Ann,Lee,,Halden Turbines,Quality Manager,05 Apr 2018\n",
        "2026.csv": notes
        + NEW
        + f"Ann,Lee,{PROFILE}ann-lee-1,ann@lee.example,Halden Turbines,Quality Manager,05 Apr 2018\n"
        f"明,李,{PROFILE}%E6%9D%8E%E6%98%8E-2,,Google (via acquisition),Engineer,08 Feb 2026\n"
        ",,,,,,07 Jun 2026\n"
        f'Priya,"Sharma, MBA, PMP",{PROFILE}Priya-Sharma/?trk=x,,"Cobalt Works (UK) Ltd",Buyer,01 Jan 2026',
        "bad-date.csv": NEW + f"Ann,Lee,{PROFILE}ann-lee-1,,Halden Turbines,Buyer,5 avr. 2018\n",
        "ragged.csv": NEW + f"Ann,Lee,{PROFILE}ann-lee-1,,Halden Turbines\n"
        f"Bo,Ek,{PROFILE}bo-ek-1,,Norra Foods,Buyer,08 Feb 2026,extra,cells\n",
        "unclosed-quote.csv": NEW
        + f'Ann,Lee,{PROFILE}ann-lee-1,,"Halden Turbines,Buyer,08 Feb 2026\n'
        + "".join(f"P{n},Q,{PROFILE}p-{n},,Norra Foods,Buyer,08 Feb 2026\n" for n in range(40)),
        "formulas.csv": NEW
        + f'=HYPERLINK("x"),Lee,{PROFILE}f-1,,+Plus,-Minus,08 Feb 2026\n'.replace(
            '=HYPERLINK("x")', '"=HYPERLINK(""x"")"'
        ),
        "hidden-only.csv": notes + NEW + ",,,,,,07 Jun 2026\n" * 3,
        "header-only.csv": notes + NEW,
        "empty.csv": "",
        "twice.csv": NEW + f"Ann,Lee,{PROFILE}ann-lee-1,,Halden Turbines,Buyer,08 Feb 2026\n" * 2,
        "nobody.csv": NEW + f"LinkedIn,Member,,,,,08 Feb 2026\nNo,Reply,{PROFILE}n-1,"
        "noreply@shop.example,Shop,Robot,08 Feb 2026\n",
    }
    coded = {name: text.encode() for name, text in texts.items()}
    coded["excel-semicolons-cp1252.csv"] = (
        ("Notes:;;;;;\n\n" + excel).replace("\n", "\r\n").encode("cp1252")
    )
    coded["excel-sep-line.csv"] = b"\xef\xbb\xbf" + ("sep=;\n" + excel).encode()
    coded["utf-16.csv"] = b"\xff\xfe" + texts["2026.csv"].encode("utf-16-le")
    coded["nul-bytes.csv"] = (NEW + "An\0n,Lee,,,Halden,Buyer,08 Feb 2026\n").encode()
    return {f"linkedin/{name}": content for name, content in coded.items()}


def company_files() -> dict[str, bytes]:
    texts = {
        "plain.csv": "company,domain,motivation\nHalden Turbines,halden-turbines.example,5\n"
        "Norra Foods,,\nHalden Turbines AB,,3\n",
        "semicolons.csv": "Company;Motivation\nHalden Turbines;4\nNorra Foods;9\n",
        "no-company-column.csv": "firm,domain\nHalden Turbines,halden-turbines.example\n",
        "bad-domain.csv": "company,domain\nHalden Turbines,not a domain\n",
    }
    return {f"companies/{name}": text.encode() for name, text in texts.items()}


def files(notes: str, as_zip: Callable[[dict[str, str]], bytes]) -> dict[str, bytes]:
    return {
        **connection_files(notes),
        "linkedin/without-connections.zip": as_zip({"Profile.csv": ",".join(PROFILE_COLUMNS)}),
        "linkedin/other-archive.zip": as_zip({"holiday.txt": "Sun, sea."}),
        **company_files(),
    }
