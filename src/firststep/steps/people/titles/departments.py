"""Departments and the words, English and German, by which titles and goals name them. Pure.

One line per department: what a seat there is called, then every spelling. Longer spellings are
looked for first, so "supply chain" is not "chain".
"""

DEPARTMENTS: dict[str, tuple[str, ...]] = {
    "Purchasing": (
        "purchasing", "procurement", "sourcing", "buying", "buyer", "category management",
        "category manager", "einkauf", "einkaufer", "einkauferin", "beschaffung",
        "strategischer einkauf", "supplier management", "materialwirtschaft", "purchaser",
        "chefeinkaufer", "chefeinkauferin",
    ),
    "Supply Chain": (
        "supply chain", "logistics", "logistik", "lieferkette", "scm", "supply chain management",
        "warehouse", "lager", "disposition", "demand planning", "distribution", "versand",
    ),
    "Engineering": (
        "engineering", "engineer", "software", "development", "developer", "entwicklung",
        "entwickler", "entwicklerin", "softwareentwicklung", "ingenieur", "ingenieurin",
        "technik", "programmer", "sre", "devops", "konstruktion",
    ),
    "Marketing": (
        "marketing", "brand", "communications", "kommunikation", "content", "growth",
        "public relations", "social media", "seo", "werbung", "demand generation",
    ),
    "Sales": (
        "sales", "vertrieb", "verkauf", "business development", "account executive",
        "account manager", "key account", "account management", "aussendienst", "inside sales",
        "vertriebsleiter", "vertriebsleitung",
    ),
    "Human Resources": (
        "human resources", "hr", "people operations", "people ops", "people and culture",
        "personal", "personalwesen", "personalabteilung", "talent", "human capital",
        "talent management", "people partner", "personalleiter", "personalleitung",
        "personalreferent", "personalreferentin", "people",
    ),
    "Finance": (
        "finance", "financial", "accounting", "accountant", "controlling", "controller",
        "finanzen", "buchhaltung", "rechnungswesen", "treasury", "fp a", "finanzbuchhaltung",
        "audit", "tax", "steuern", "finanz",
    ),
    "IT": (
        "it", "information technology", "informatik", "informationstechnik", "information systems",
        "infrastructure", "systems administrator", "it support", "edv", "cyber security",
        "information security", "systemadministration",
    ),
    "Operations": (
        "operations", "betrieb", "ops", "production", "produktion", "fertigung", "manufacturing",
        "plant", "werk", "operational", "betriebsleiter", "werksleiter", "produktionsleiter",
    ),
    "Product": (
        "product", "product management", "produktmanagement", "product manager", "product owner",
        "produktmanager", "produktmanagerin", "produkt",
    ),
    "Design": (
        "design", "designer", "designerin", "ux", "ui", "user experience", "gestaltung",
        "creative", "user research", "grafik",
    ),
    "Data": (
        "data", "data science", "data scientist", "analytics", "daten", "business intelligence",
        "machine learning", "data analyst", "bi", "ai", "datenanalyse",
    ),
    "Legal": (
        "legal", "law", "counsel", "recht", "rechtsabteilung", "jurist", "juristin", "compliance",
        "attorney", "justiziar", "syndikus", "contracts", "chefsyndikus",
    ),
    "Customer Service": (
        "customer service", "customer support", "customer success", "kundenservice",
        "kundendienst", "kundenbetreuung", "customer care", "customer experience", "support",
        "client services", "call center",
    ),
    "Research and Development": (
        "research and development", "r d", "f e", "forschung und entwicklung", "forschung",
        "research", "scientist", "innovation", "wissenschaftler", "wissenschaftlerin",
    ),
    "Quality": (
        "quality", "quality assurance", "qa", "qualitat", "qualitatsmanagement",
        "qualitatssicherung", "quality management", "test", "testing",
    ),
    "Project Management": (
        "project management", "program management", "programme management", "pmo",
        "projektmanagement", "projektleitung", "project manager", "program manager",
        "projektleiter", "projektleiterin", "projektmanager",
    ),
    "Strategy": (
        "strategy", "corporate development", "strategie", "unternehmensentwicklung",
        "corporate strategy", "business strategy",
    ),
}  # fmt: skip

# Whose head often stands above that department too.
ABOVE: dict[str, tuple[str, ...]] = {
    "Purchasing": ("Supply Chain", "Operations"), "Supply Chain": ("Operations",),
    "Quality": ("Operations",), "Design": ("Product",), "Data": ("Engineering", "IT"),
    "Customer Service": ("Operations", "Sales"), "Research and Development": ("Engineering",),
}  # fmt: skip

# English that sounds like German personnel, and is no department.
NO_DEPARTMENT: tuple[str, ...] = (
    "personal assistant", "personal trainer", "personal training", "personal banker",
    "personal banking", "personal shopper", "personal care", "personal injury", "personal lines",
    "personal development", "personal brand", "personal branding", "personal stylist",
    "personal coach",
)  # fmt: skip

# The one at the top, by letters: chief … officer.
CHIEFS: dict[str, str] = {
    "cpo": "Purchasing", "cmo": "Marketing", "cfo": "Finance", "cio": "IT", "coo": "Operations",
    "cto": "Engineering", "chro": "Human Resources", "cso": "Sales", "cro": "Sales",
    "clo": "Legal", "cdo": "Data", "cco": "Customer Service", "ciso": "IT",
}  # fmt: skip
# Letters that stand for several posts: product, people, privacy; security, strategy; compliance.
AMBIGUOUS_CHIEFS = frozenset({"cpo", "cso", "cco", "cdo"})
# Behind another department these only say what of it: "Procurement Operations" is procurement.
LIGHT = frozenset({"operations", "strategy", "project management", "quality"})
