"""Pairs of company names that are hard to tell, by hand: a hundred the same, a hundred not."""

SAME = """
Google = Google LLC; Google = GOOGLE; Siemens = Siemens AG; Acme = Acme Pty Ltd; Acme = Acme, Inc.
Straßenbau = Strassenbau GmbH & Co. KG; サンプル = 株式会社サンプル; Ромашка = ООО «Ромашка»
Johnson & Johnson = Johnson and Johnson Inc.; Coca-Cola = The Coca-Cola Company
McDonald's = McDonalds Corporation; Ferrero = Ferrero S.p.A.; Cemex = Cemex, S.A. de C.V.
Cemex = CEMEX S.A.B. de C.V.; Toyota Motor = Toyota Motor Corporation Kabushiki Kaisha
SAP = SAP SE; Shell = Shell plc; 3M = 3M Company; A.P. Moller = AP Moller A/S; H&M = H & M
Marks & Spencer = Marks and Spencer plc; Contoso = Contoso sp. z o.o.; Müller = Mueller GmbH
Zenith Foods = zenith foods s.r.o.; Société Exemplaire = Societe Exemplaire SARL
Amazon Web Services = Amazon Web Services (AWS); Amazon Web Services = Amazon Web Services (AWS
Procter & Gamble = Procter & Gamble (P&G); Acme = Acme (NASDAQ: ACME); BMW = BMW Group
Coca-Cola = CocaCola; Booking.com = Booking; Acme = Acme Holding AG; Acme = Acme (Remote)
University of Vienna = Vienna University; International Business Machines = IBM; IBM = IBM Corp.
IBM = International Business Machines Corporation; Facebook = Meta; Meta = Facebook, Inc.
Meta = Meta Platforms, Inc.; Volkswagen = VW; VW = Volkswagen AG; Procter & Gamble = P&G
Hewlett-Packard = HP Inc.; Hewlett Packard Enterprise = HPE; Ernst & Young = EY
EY = Ernst & Young LLP; PricewaterhouseCoopers = PwC; PwC = PricewaterhouseCoopers GmbH
BCG = Boston Consulting Group; Boston Consulting Group = BCG (Boston Consulting Group)
General Electric = GE; General Motors = GM; GSK = GlaxoSmithKline plc; ExxonMobil = Exxon Mobil
JPMorgan Chase = J.P. Morgan; JPMorgan Chase & Co. = JP Morgan; DuPont = Du Pont
Daimler = Mercedes-Benz Group AG; Deutsche Lufthansa AG = Lufthansa; Bosch = Robert Bosch GmbH
Deutsches Zentrum für Luft- und Raumfahrt = DLR; Kreditanstalt für Wiederaufbau = KfW
Philips = Royal Philips; Philips = Koninklijke Philips N.V.; Walmart = Wal-Mart Stores, Inc.
Massachusetts Institute of Technology = MIT; TUM = Technische Universität München
McKinsey = McKinsey & Company; United Parcel Service = UPS; Tata Consultancy Services = TCS
Royal Bank of Canada = RBC; Anheuser-Busch InBev = AB InBev; AMD = Advanced Micro Devices, Inc.
Schweizerische Bundesbahnen = SBB; Électricité de France = EDF; Toyota = Toyota Motor Corporation
Société Générale = Societe Generale S.A.; Nestlé = Nestle S.A.; L'Oréal = LOreal; Bayer = BAYER AG
Thyssenkrupp = ThyssenKrupp AG; Thyssenkrupp = thyssen krupp; Škoda Auto = Skoda Auto a.s.
Ørsted = Orsted A/S; Novo Nordisk = Novo Nordisk A/S; Ericsson = Ericsson AB; Nokia = Nokia Oyj
ASML = ASML Holding N.V.; Heineken = HEINEKEN N.V.; Randstad = Randstad Holding; ABB = ABB Ltd.
Zalando = Zalando SE; Otto = Otto GmbH & Co KG; REWE = REWE Group; Würth = Wuerth GmbH
Peek & Cloppenburg = Peek und Cloppenburg KG; C&A = C & A; T-Mobile = TMobile; eBay = EBAY INC
Yahoo! = Yahoo; Dr. Oetker = Dr Oetker KG; Stadtwerke Köln = Stadtwerke Koeln GmbH
Spotify = Spotify AB; Nordea = NORDEA (full-time); Roche = Roche (Contract)
Barilla = Barilla S.r.l.
Microsoft = Micorsoft; Starbucks = Starbuks; Salesforce = Salesfroce; Thermo Fisher = Themro Fisher
Schneider = Scheider; Kaufland = Kauflannd; Accenture = Acccenture; Capgemini = Capgemni
acme.com = Acme; Zalando = zalando.de; Delivery Hero = deliveryhero.com; Acme = www.acme.com
Siemens = SIEMENS Aktiengesellschaft; KPMG = KPMG AG Wirtschaftsprüfungsgesellschaft
Acme = Acme UG (haftungsbeschränkt); Acme = Acme GmbH i.G.; Acme = Acme GmbH & Co. KG i.L.
Acme = Acme Gesellschaft mit beschränkter Haftung; Acme = Acme GmbH in Liquidation
Noerr = Noerr Partnerschaftsgesellschaft mbB; Bauverein = Bauverein eG; Acme = Acme Aktiebolag
Acme = The Acme Group; Vattenfall = Vattenfall AB (publ); Lidl = LIDL Stiftung & Co. KG
"""
DIFFERENT = """
Epic Games = Epic; Epic = Epic Games; Apple = Apple Bank; Delta = Delta Dental; Meta = Metabase
Orange = Orange County; Total = Total Wine; Uber = Ubertas; Day = Day Spa; Allianz = Alliance
Continental = Continental Airlines; Target = On Target; Shell = Shellfish Co; SAP = SAPIENT
Oracle = Oracle Elementary School; Visa = Visa Vergani; Sony = Sony Music; Ford = Fjord
General Electric = General Motors; Bank of America = America; Merit = Merits Health
Acme = Self-employed; ING = Consulting; Alder Foods = Alder Goods; Beacon Labs = Bacon Labs
Bank of Ireland = Bank of Iceland; Iron Mountain = Iron Fountain; Silver Lake = Silver Cake
Carlsberg = Karlsberg; Epic = Epic Systems; Delta = Delta Air Lines; Delta = Delta Electronics
United Airlines = United Healthcare; American Airlines = American Express; Chase = Chevy Chase
National Grid = National Guard; First Solar = First Polar; Alpha Bank = Alfa-Bank Tower
Deutsche Bank = Deutsche Bahn; Deutsche Telekom = Deutsche Bank; Deutsche Post = Postbank
Commerzbank = Commerce Bank; Sparkasse Köln = Sparkasse Bonn; Stadtwerke Ulm = Stadtwerke Bonn
Volksbank Ulm = Volksbank Kehl; Universität Bonn = Universität Köln; TU München = TU Berlin
University of York = New York University; Oxford University = Oxford Brookes University
Cambridge University = Cambridge Consultants; Boston Consulting Group = Boston Scientific
Johnson Controls = Johnson & Johnson; SC Johnson = Johnson & Johnson
Thomson Reuters = Thompson Hotels
Phillips 66 = Philips; Merck = Merck Sharp & Dohme; HP = HPE; Hewlett Packard Enterprise = HP
Smith & Nephew = Smith & Wesson; Baker McKenzie = Baker Hughes; Baker Hughes = Hughes
Morgan Stanley = JP Morgan; Morgan Stanley = Stanley Black & Decker; Wells Fargo = Orson Wells
Mars = Mars Hill Church; Gap = Gap Year; Square = Square Enix; Block = H&R Block; Stripe = Stripes
Slack = Slackware; Zoom = ZoomInfo; Box = Dropbox; Snap = Snap-on; Ring = RingCentral
Monday.com = Monday Properties; Notion = Motion; Linear = Linear Technology; Intercom = Intelcom
Booking = Bookings Institute; Lime = Lemon; Bird = Bird & Bird; Bolt = Bolton Council; Wise = Wix
Capital One = Capital Group; Capital Group = Capita; Fidelity = Infidelity; Vanguard = Avant Garde
Amazon = Amazonas Energia; Amazon = Amazon Rainforest Fund; Tesla = Nikola Tesla University
Nikola = Nikon; Canon = Canyon; Ricoh = Rico; Casio = Casino; Sharp = Sharp Healthcare
Sanofi = Sanofy Clinic; Bayer = Bayern LB; Bayer = FC Bayern; Henkel = Henkell Freixenet
Puma = Puma Energy; Adidas = Adient; Otto = Ottobock; Aldi = Aldo; Lidl = Lindt; Rewe = RWE
Metro = Metro de Madrid; Metro = Metropolis; Edeka = Emeka; Continental = Conti Reederei
Linde = Linden Labs; MAN = Manpower; ABB = ABBA; EON = Eonix; ZF = ZF Sachs Bikes
Victory Partners = Victoria Partners; Northern Trust = Southern Trust; Eastern Bank = Western Bank
Nova Labs = Novo Labs; Vertex = Vortex; Axis = Axxis Consulting; Zenith = Zenit; Orion = Orient
Maple Systems = Apple Systems; Granite Works = Granite Words; Harbour Media = Harbour Medic
Onyx Bearings = Lynx Bearings; Raven Foods = Haven Foods; Cedar Labs = Cider Labs; X = Xerox
General Dynamics = General Mills; General Mills = Mills
Epic = Epic Games, Inc.; Apple = Apple Bank AG; Loop = Loopio; Loop = Loopio Inc.
Siemens = Siemens Energy AG; Siemens = Siemens Museum; Sony = Sony Music Entertainment GmbH
Continental = Continental Airlines Inc.; Microsoft = GitHub; Nuance = Microsoft via Nuance
Schneider = Schneider Optik GmbH; Deutsche Bank = Deutsche Bank Park; Acme = IG Acme
American Water = American Waste; Standard Bank = Standard Chartered; Star Alliance = Alliance Data
"""

# Parts of a house, and houses that were bought or sold: a question, never nothing, never sure.
PARTS = """
Siemens = Siemens AG - Digital Industries; Siemens = Siemens AG, Digital Industries
Siemens = Siemens AG Österreich; Siemens = Siemens Energy AG; Siemens = Siemens Mobility GmbH
Siemens = Siemens Ltd., China; Siemens = Siemens Healthineers; Siemens = Siemens | Digital
Siemens = Siemens Aktiengesellschaft Österreich; Bosch = Bosch Rexroth AG; SAP = SAP Fioneer
KPMG = KPMG Advisory; Deutsche Telekom = Deutsche Telekom IT GmbH; Acme = Acme Widgets GmbH
Microsoft = Microsoft via Nuance acquisition; Microsoft = GitHub (via Microsoft acquisition)
Microsoft = GitHub (acquired by Microsoft); GitHub = GitHub (acquired by Microsoft)
Microsoft = LinkedIn, a Microsoft company; Microsoft = Nuance (now part of Microsoft)
Meta = Facebook (Meta); Meta = Meta (Facebook); Meta = Instagram (Meta)
Vitesco = Schaeffler (ehemals Vitesco); Google = Google / Alphabet
"""


def pairs(text: str) -> list[tuple[str, str]]:
    """The pairs of a list, target first."""
    found = []
    for pair in text.replace("\n", ";").split(";"):
        if pair.strip():
            target, _, written = pair.partition(" = ")
            found.append((target.strip(), written.strip()))
    return found
