"""Invented people and employers for the samples. Any likeness to somebody real is chance."""

GIVEN = """
Aaron Abena Adela Agnes Aiko Alba Alexei Alina Amara Amir Andrea Anke Anouk Anton Arjun Astrid Aylin
Beatriz Bram Bruno Camille Carlos Carmen Chen Chidi Clara Daan Dafne Daniel Darius Deniz Dmitri Edda
Eelco Elias Elif Elin Emeka Emil Enzo Esther Eva Fatou Felix Femke Fleur Frida Gabor Giulia Goran
Greta Hana Hanne Henk Hugo Ibrahim Ida Ines Irina Isla Ivan Jana Jasper Jelena Joao Jonas Joris
Julia Kaito Karin Katja Kemal Kofi Laila Lars Lea Leo Lina Lotte Luca Lucia Maarten Mads Magda Malik
Marek Marta Mateo Mehmet Mei Merel Mila Mina Moritz Nadia Naomi Nele Niels Nikolai Nina Noor Olga
Omar Oscar Paula Pavel Petra Pieter Priya Rafael Rashid Renata Robin Ruben Sami Sanne Sara Selma
Sergei Silke Simon Sofia Stefan Sven Tamar Tariq Tessa Thijs Tomas Uma Ursula Valentina Vera Viktor
Wanda Willem Yara Yasmin Yusuf Zeynep Zofia
""".split()
FAMILY = """
Aalto Abara Achterberg Adeyemi Akkerman Alvarez Andersen Antonov Arslan Baker Bakker Bauer Becker
Bergman Bianchi Boateng Bosman Brandt Brouwer Carvalho Castillo Chowdhury Claes Costa Dahl Demir
Dijkstra Diallo Dupont Eriksen Esposito Fischer Fontaine Fuchs Garcia Gerritsen Gomez Grahn Gupta
Haddad Hakimi Hansen Haverkamp Hendriks Herrera Hoekstra Holm Horvat Ibsen Iyer Jansen Jensen
Johansson Kamara Kaplan Keller Khan Kim Kovacs Kowalski Kramer Kruger Kuiper Laine Lambert Larsen
Lehmann Leroy Lindgren Lopes Maas Mahmoud Martens Mendes Meyer Molina Moreau Mulder Murphy Nakamura
Navarro Neumann Nielsen Novak Nowak Obi Okonkwo Olsen Onate Ozturk Pal Park Patel Peeters Pereira
Petrov Popescu Quist Ramos Rasmussen Reddy Ricci Rivera Romano Rossi Rutgers Saito Salonen Santos
Schmidt Schouten Sharma Silva Singh Smit Sokolov Suzuki Svensson Tanaka Torres Vargas Verhoeven
Vermeer Virtanen Visser Vogel Wagner Walker Weber Willems Yamada Yilmaz Zhang Zimmermann
""".split()
# As LinkedIn hands them out: other scripts, titles in the surname, an emoji, particles.
UNUSUAL = (
    ("明", "李"), ("Мария", "Иванова"), ("Ελένη", "Παπαδοπούλου"), ("محمد", "العلي"),
    ("さくら", "山本"), ("지민", "박"), ("Łukasz", "Wiśniewski"), ("Zoë", "Lévêque"),
    ("Nguyễn", "Thị Hoa"), ("Jan", "van der Berg"), ("Priyanka", "Sharma, MBA, PMP"),
    ("Sofía 🌱", "de la Cruz"), ("Şule", "Çelik"), ("Björn", "Åkesson"), ("Siân", "O'Connell"),
    ("DR. HEIKE", "KRÄMER"), ("J.", "Okafor-Hill"), ("Madonna", ""), ("Ruben", "Garcia (he/him)"),
    ("תמר", "לוי"), ("Anaïs", "d'Aubigny"), ("Ömer", "Yıldız CPSM"),
)  # fmt: skip

FIRST_WORDS = """
Alder Anvil Arden Aurora Basalt Beacon Birch Bramble Cedar Chalk Cinder Clover Copper Coral Crane
Dune Elm Falcon Fen Fern Flint Forge Garnet Glade Granite Harbour Hazel Heron Hollow Indigo Island
Ivory Jade Juniper Lark Linden Maple Marsh Mill Moor Moss North Oak Onyx Opal Osprey Otter Pearl
Pine Plover Quarry Quartz Raven Reed River Rowan Saffron Sand Shore Silver Slate Spruce Stone Summit
Swift Thistle Timber Topaz Umber Vale Willow Winter Wren Yarrow
""".split()
SECOND_WORDS = """
Analytics Bank Bearings Consulting Devices Energy Engineering Foods Freight Hospital Instruments
Insurance Labs Logistics Media Mobility Partners Pharma Plastics Retail Robotics School Services
Software Studio Systems Telecom Textiles Travel University Ventures Works
""".split()
ENDINGS = ("", "", "", "", " GmbH", " B.V.", " Ltd", " Inc.", " AG", " S.A.", " AB", " & Co. KG")
WELL_KNOWN = (
    "IBM", "Microsoft", "Philips", "Siemens AG", "Unilever", "Deloitte", "Shell", "SAP", "ING",
    "Self-employed", "Freelance",
)  # fmt: skip

TITLES = (
    """
Software Engineer|Senior Software Engineer|Data Analyst|Product Manager|Project Manager|Consultant
Marketing Manager|Sales Manager|Account Executive|HR Business Partner|Talent Acquisition Partner
Recruiter|Finance Manager|Controller|Operations Manager|Supply Chain Planner|Logistics Coordinator
Quality Engineer|Mechanical Engineer|UX Designer|Founder|Teacher|Researcher|PhD Candidate|Student
Office Manager|Customer Success Manager|Legal Counsel|Plant Manager|Business Analyst|Key Account Manager
Communications Adviser|Head of Sales|Head of Marketing|Managing Director|Nurse|Architect|Intern
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
PURCHASING_TITLES = (
    "Buyer", "Senior Buyer", "Strategic Buyer", "Procurement Specialist", "Procurement Manager",
    "Category Manager Indirect", "Sourcing Manager", "Purchasing Coordinator",
    "Head of Procurement", "Einkäufer",
)  # fmt: skip

# company, its domain, how much it is wanted, what has been seen
TARGETS = (
    (
        "Halden Turbines",
        "halden-turbines.example",
        5,
        "Buyer castings, on their site since October",
    ),
    ("Norra Foods", "norra.example", 5, ""),
    ("Meridian", "meridian.example", 4, ""),
    ("Google", "google.example", 3, ""),
    ("Brightwater Health", "brightwater.example", 4, ""),
    ("Castell Bicycles", "castell.example", 5, "Strategic buyer frames"),
    ("Ostia Shipping", "ostia.example", 4, ""),
    ("Lumen & Weiss", "lumenweiss.example", 3, ""),
    ("Fjordline Energy", "fjordline.example", 4, ""),
    ("Pavo Packaging", "pavo.example", 3, ""),
    ("Quillfeather Books", "quillfeather.example", 2, ""),
    ("Tessera Ceramics", "tessera.example", 3, ""),
    ("Vantage Rail", "vantage-rail.example", 5, ""),
    ("Kestrel Avionics", "kestrel.example", 4, ""),
    ("Bluestone Cement", "bluestone.example", 2, ""),
    ("Sorrel Cosmetics", "sorrel.example", 3, ""),
    ("Ironbark Tools", "ironbark.example", 3, ""),
    ("Aster Medical", "aster.example", 4, ""),
    ("Polder Dairy", "polder.example", 4, ""),
    ("Greyfriars Coffee", "greyfriars.example", 3, ""),
    ("Nimbus Logistics", "nimbus.example", 4, ""),
    ("Hartmann Antriebe", "hartmann-antriebe.example", 4, ""),
    ("Solvik Batteries", "solvik.example", 5, ""),
    ("Mistral Wind", "mistral.example", 4, ""),
    ("Cobalt Works", "cobalt.example", 3, ""),
    ("Delver Optics", "delver.example", 4, ""),
    ("Redstart Footwear", "redstart.example", 2, ""),
    ("Amberley Paper", "amberley.example", 2, ""),
    ("Zephyr Drones", "zephyr.example", 3, ""),
    ("Orchard & Pine", "orchardpine.example", 2, ""),
    ("Tidewater Desalination", "tidewater.example", 3, ""),
    ("Keystone Elevators", "keystone.example", 3, ""),
    ("Volta Trams", "volta.example", 4, ""),
    ("Papillon Textiles", "papillon.example", 2, ""),
    ("Norcrest Steel", "norcrest.example", 3, ""),
    ("Sable Pharma", "sable.example", 3, ""),
    ("Marlin Yachts", "marlin.example", 2, ""),
    ("Wexcombe Glass", "wexcombe.example", 2, ""),
    ("Ember Stoves", "ember.example", 2, ""),
    ("Lindqvist Furniture", "lindqvist.example", 3, ""),
)

# Those the seeker knows at a target: given, family, the company as written there, title, since,
# address. Three spellings of one company; two companies whose names begin like a target's.
AT_TARGETS = (
    ("Ann", "Lee", "Halden Turbines", "Quality Manager", "14 Mar 2017", "ann.lee@halden-turbines.example"),
    ("Marcus", "Oduya", "Halden Turbines AB", "Design Engineer", "02 Sep 2024", ""),
    ("Dana", "Whitlock", "Halden Turbines", "Head of Purchasing", "19 May 2026", ""),
    ("Ilse", "Brandsma", "Norra Foods", "Category Manager Ingredients", "08 Feb 2023", "ilse.brandsma@norra.example"),
    ("Teun", "Hagedorn", "Norra Foods B.V.", "Plant Manager", "21 Nov 2015", ""),
    ("Rosa", "Almeida", "Meridian", "Controller", "30 Jun 2021", ""),
    ("Gerrit", "Pol", "Meridian Bank", "Branch Manager", "11 Jan 2019", ""),
    ("Katrin", "Ehlers", "Meridian Bank", "Procurement Manager", "05 Oct 2022", ""),
    ("Samir", "Nasser", "Google", "Account Manager", "17 Apr 2020", ""),
    ("Yuki", "Hoshino", "Google LLC", "Software Engineer", "03 Aug 2024", ""),
    ("Peter", "Vance", "Google (via acquisition)", "Program Manager", "26 Jan 2018", ""),
    ("Inge", "Thorsen", "Google", "Strategic Sourcing Manager", "12 Dec 2025", ""),
    ("Camila", "Duarte", "Brightwater Health", "Director of Procurement", "09 Sep 2025", ""),
    ("Owen", "Fairley", "Brightwater Health", "Nurse Manager", "28 Feb 2014", ""),
    ("Lotte", "Vandermeulen", "Castell Bicycles", "Supply Chain Planner", "07 Jul 2024", "lotte@castell.example"),
    ("Enrico", "Basso", "Castell Bicycles S.p.A.", "Purchasing Director", "15 Mar 2026", ""),
    ("Maja", "Zelenko", "Ostia Shipping", "Fleet Coordinator", "22 Oct 2018", ""),
    ("Hendrik", "Aasen", "Fjordline Energy AS", "Category Buyer", "04 Jun 2025", ""),
    ("Solveig", "Ruud", "Fjordline Energy", "Project Engineer", "19 Sep 2016", ""),
    ("Nadine", "Kessler", "Vantage Rail", "Senior Buyer", "13 Feb 2022", "n.kessler@vantage-rail.example"),
    ("Tobias", "Engel", "Vantage Rail GmbH", "Head of Procurement", "01 Apr 2026", ""),
    ("Farida", "Rahimi", "Kestrel Avionics", "HR Business Partner", "16 May 2019", ""),
    ("Jonah", "Whitaker", "Aster Medical", "Regulatory Specialist", "27 Aug 2020", ""),
    ("Wim", "Kooiman", "Polder Dairy", "Commercial Buyer", "10 Nov 2024", ""),
    ("Elena", "Sorescu", "Nimbus Logistics", "Operations Manager", "05 Mar 2013", ""),
    ("Dieter", "Hartmann", "Hartmann Antriebe GmbH & Co. KG", "Managing Director", "18 Jun 2023", ""),
    ("Freja", "Nymand", "Solvik Batteries", "Cell Engineer", "29 Apr 2025", ""),
    ("Aksel", "Moen", "Solvik Batteries AS", "VP Supply Chain", "08 Jul 2026", ""),
    ("Colette", "Marchand", "Mistral Wind", "Tender Manager", "24 Sep 2017", ""),
    ("Ravi", "Menon", "Cobalt Works", "Purchasing Manager", "06 Jan 2026", ""),
    ("Heleen", "Postma", "Delver Optics", "Lab Technician", "31 Oct 2012", ""),
    ("Bogdan", "Ilic", "Volta Trams", "Fleet Engineer", "12 May 2021", ""),
    ("Sunniva", "Lie", "Pavo Packaging", "Sales Manager", "20 Jul 2016", ""),
    ("Carlo", "Venturi", "Tessera Ceramics", "Export Manager", "03 Mar 2011", ""),
    ("Grace", "Acheampong", "Ironbark Tools", "Customer Success Manager", "14 Aug 2025", ""),
    ("Niamh", "Doyle", "Greyfriars Coffee Ltd", "Green Coffee Buyer", "02 Feb 2024", ""),
)  # fmt: skip
# Employers that are no targets yet, but where several hold a purchasing title.
SUGGESTIONS = ("Alder Foods", "Copper Instruments B.V.", "Harbour Freight Lines")
