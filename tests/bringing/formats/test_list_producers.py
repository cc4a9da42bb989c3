"""Lists of people as thirty programs make them, in many languages, each with all that is told."""

import pytest

from firststep.bringing.formats import read_file
from tests.bringing.formats.producers import Made, lines, told

PAT = "Pat Moreno | pat@halden.example | Halden Turbines | Senior Buyer"


def rows(*cells: str, by: str = ",") -> str:
    """One row, quoted where its cells hold the sign that parts them."""
    return by.join(f'"{cell}"' if by in cell else cell for cell in cells)


MADE = (
    Made(
        "Thunderbird, English",
        lines(
            "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,"
            "Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Organization,Job Title,"
            "Department,Birth Year,Birth Month,Birth Day,Notes",
            "Zoë,Okafor,Zoë Okafor,,zoe@halden.example,zo@home.example,,+31 30 123 4567,,"
            "+31 30 999 9999,,+31 6 1234 5678,Halden Turbines,Senior Buyer,Purchasing,"
            "1990,2,5,Fair",
            ",,Yun Park,,yun@halden.example,,,,,,,,,,,,,,",
            ends="\n",
        ),
        (
            "Zoë Okafor | zoe@halden.example | zo@home.example | +31 6 1234 5678 | "
            "+31 30 123 4567 | Halden Turbines | Senior Buyer | Fair",
            "Yun Park | yun@halden.example",
        ),
    ),
    Made(
        "Thunderbird, German",
        lines(
            "Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,"
            "Sekundäre E-Mail-Adresse,Messenger-Name,Tel. dienstlich,Tel. privat,Fax-Nummer,"
            "Pager-Nummer,Mobil-Tel.-Nr.,Organisation,Arbeitstitel,Abteilung,Notizen",
            "Jörg,Großmann,Jörg Großmann,,joerg@halden.example,,,030 123456,,030 999,,0171 2345678,"
            "Halden Turbinen,Einkäufer,Einkauf,Messe",
        ),
        (
            "Jörg Großmann | joerg@halden.example | 0171 2345678 | 030 123456 | Halden Turbinen | "
            "Einkäufer | Messe",
        ),
    ),
    Made(
        "Thunderbird, Finnish",
        lines(
            "Etunimi,Sukunimi,Näytettävä nimi,Lempinimi,Ensisijainen sähköposti,"
            "Toissijainen sähköposti,Työpuhelin,Kotipuhelin,Faksin numero,Matkapuhelinnumero,"
            "Järjestö,Osasto,Muistiinpanot",
            "Väinö,Laine,Väinö Laine,,vaino@halden.example,,09 123 4567,,09 999 9999,040 123 4567,"
            "Halden Oy,Osto,",
        ),
        ("Väinö Laine | vaino@halden.example | 040 123 4567 | 09 123 4567 | Halden Oy | Osto",),
    ),
    Made(
        "Yahoo",
        lines(
            "First,Middle,Last,Nickname,Email,Category,Distribution Lists,Messenger ID,Home,Work,"
            "Pager,Fax,Mobile,Other,Yahoo! Phone,Primary,Alternate Email 1,Alternate Email 2,"
            "Personal Website,Business Website,Title,Company,Work Address,Work City,Birthday,"
            "Anniversary,Comments",
            "Ann,,Lee,,ann@halden.example,,,,,+1 555 010 0100,,+1 555 010 0199,+1 555 010 0101,,,,"
            "ann@home.example,,,,Senior Buyer,Halden Turbines,1 High St,Leeds,,,From the fair",
        ),
        (
            "Ann Lee | ann@halden.example | ann@home.example | +1 555 010 0101 | +1 555 010 0100 | "
            "Halden Turbines | Senior Buyer | From the fair",
        ),
    ),
    Made(
        "Salesforce",
        lines(
            "Salutation,First Name,Last Name,Title,Account Name,Email,Mobile,Contact Owner",
            "Ms.,Pat,Moreno,Senior Buyer,Halden Turbines,pat@halden.example,,Sam Lee",
        ),
        (PAT,),
    ),
    Made(
        "HubSpot",
        lines(
            "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,"
            "Associated Company,Job Title,LinkedIn URL,Create Date",
            "101,Pat,Moreno,pat@halden.example,,Sam Lee,New,Halden Turbines,Senior Buyer,"
            "https://www.linkedin.com/in/pat-moreno/,2026-01-05 10:00",
        ),
        ("Pat Moreno | pat@halden.example | pat-moreno | Halden Turbines | Senior Buyer",),
    ),
    Made(
        "Pipedrive",
        lines(
            "Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Mobile,"
            "Person - Owner",
            "Pat Moreno,Halden Turbines,pat@halden.example,+44 20 7946 0958,Sam Lee",
        ),
        ("Pat Moreno | pat@halden.example | +44 20 7946 0958 | Halden Turbines",),
    ),
    Made(
        "Zimbra",
        lines(
            '"email","firstName","lastName","fullName","company","jobTitle","workPhone","fileAs"',
            '"pat@halden.example","Pat","Moreno","Pat Moreno","Halden Turbines","Senior Buyer",'
            '"","1"',
        ),
        (PAT,),
    ),
    Made(
        "an event's list of attendees",
        lines(
            "Order #,Ticket Type,Attendee Name,Email,Company,Job Title,Order Date",
            "55,Early,Pat Moreno,pat@halden.example,Halden Turbines,Senior Buyer,5 Jan 2026",
            "56,Late,Yun Park,yun@halden.example,Halden Turbines,Buyer,6 Jan 2026",
        ),
        (PAT, "Yun Park | yun@halden.example | Halden Turbines | Buyer"),
    ),
    Made(
        "Outlook, English desktop, titles before names",
        lines(
            '"Title","First Name","Middle Name","Last Name","Suffix","Company","Job Title",'
            '"Business Fax","Business Phone","E-mail Address","E-mail Type","Notes","Private"',
            '"Dr.","Ann","","Lee","Jr.","Halden","Buyer","+1 555 0100","+1 555 010 0102",'
            '"ann@halden.example","SMTP","Fair","False"',
            '"","Kim","","Oz","","","","","","/O=HALDEN/CN=KIM","EX","","False"',
            '"","Sam","","Lee","","","","","","sam@lee.example","SMTP","","True"',
        ),
        (
            "Ann Lee Jr. | ann@halden.example | +1 555 010 0102 | Halden | Buyer | Fair",
            "Kim Oz",
            "skipped: 1",
            "note Private: ",
        ),
    ),
    Made(
        "Outlook, French",
        lines(
            '"Titre","Prénom","Deuxième prénom","Nom","Suffixe","Société","Service","Profession",'
            '"Télécopie (bureau)","Téléphone (bureau)","Tél. mobile","Adresse de messagerie",'
            '"Type de messagerie","Page Web"',
            '"Mme","Éva","","Roy","","Turbines Halden","Achats","Acheteuse","01 99 99 99 99",'
            '"01 23 45 67 89","06 12 34 56 78","eva@halden.example","SMTP",""',
            coded="cp1252",
        ),
        (
            "Éva Roy | eva@halden.example | 06 12 34 56 78 | 01 23 45 67 89 | Turbines Halden | "
            "Acheteuse",
            'read as cp1252: "Titre","Prénom","Deuxième prénom","Nom","Suffixe","Société",'
            '"Service","Professi',
        ),
    ),
    Made(
        "Outlook, Spanish, two surnames and no middle",
        lines(
            '"Título","Nombre","Segundo nombre","Apellidos","Organización","Departamento","Puesto",'
            '"Teléfono del trabajo","Teléfono móvil","Dirección de correo electrónico","Notas"',
            '"Sra.","Luz","","Vega Ruiz","Turbinas Halden","Compras","","910 123 456",'
            '"600 123 456","luz@halden.example",""',
        ),
        (
            "Luz Vega Ruiz | luz@halden.example | 600 123 456 | 910 123 456 | Turbinas Halden | "
            "Compras",
        ),
    ),
    Made(
        "Outlook, Italian",
        lines(
            "Titolo,Nome,Secondo nome,Cognome,Società,Reparto,Qualifica,Fax (uff.),"
            "Telefono (uff.),Cellulare,Indirizzo posta elettronica,Note",
            "Dott.ssa,Eva,,Rossi,Halden S.p.A.,Acquisti,Responsabile acquisti,02 99999999,"
            "02 1234 5678,333 123 4567,eva@halden.example,",
        ),
        (
            "Eva Rossi | eva@halden.example | 333 123 4567 | 02 1234 5678 | Halden S.p.A. | "
            "Responsabile acquisti",
        ),
    ),
    Made(
        "Outlook, Portuguese",
        lines(
            "Título,Primeiro nome,Nome do meio,Último nome,Empresa,Departamento,Cargo,"
            "Fone comercial,Celular,Endereço de E-mail,Aniversário",
            "Eng.ª,Maria,,Silva,Turbinas Halden,Compras,Compradora,21 1234 5678,+351 912 345 678,"
            "maria@halden.example,0/0/00",
        ),
        (
            "Maria Silva | maria@halden.example | +351 912 345 678 | 21 1234 5678 | "
            "Turbinas Halden | Compradora",
        ),
    ),
    Made(
        "Outlook, Dutch, with an infix",
        lines(
            "Titel,Voornaam,Tussenvoegsel,Achternaam,Bedrijf,Afdeling,Functie,Fax op werk,"
            "Telefoon op werk,Mobiele telefoon,E-mailadres,Notities",
            "Drs.,Ben,de,Vos,Halden Turbines,Inkoop,Inkoper,030 999 99 99,030 123 45 67,"
            "06 12345678,ben@halden.example,",
        ),
        (
            "Ben de Vos | ben@halden.example | 06 12345678 | 030 123 45 67 | Halden Turbines | "
            "Inkoper",
        ),
    ),
    Made(
        "Outlook, Polish",
        lines(
            "Tytuł;Imię;Drugie imię;Nazwisko;Firma;Oddział;Stanowisko;Faks służbowy;"
            "Telefon służbowy;Telefon komórkowy;Adres e-mail;Notatki",
            "mgr inż.;Jan;;Kowalski;Halden Sp. z o.o.;Zakupy;Kupiec;22 999 99 99;22 123 45 67;"
            "600 123 456;jan@halden.example;",
        ),
        (
            "Jan Kowalski | jan@halden.example | 600 123 456 | 22 123 45 67 | Halden Sp. z o.o. | "
            "Kupiec",
        ),
    ),
    Made(
        "Outlook, Swedish",
        lines(
            "Titel,Förnamn,Mellannamn,Efternamn,Företag,Avdelning,Befattning,\"Fax, arbete\","
            '"Telefon, arbete",Mobiltelefon,E-postadress,Anteckningar',
            ",Åsa,,Lind,Halden AB,Inköp,Inköpare,08-999 99 99,08-123 45 67,070-123 45 67,"
            "asa@halden.example,",
        ),
        ("Åsa Lind | asa@halden.example | 070-123 45 67 | 08-123 45 67 | Halden AB | Inköpare",),
    ),
    Made(
        "Outlook, Finnish",
        lines(
            "Titteli,Etunimi,Toinen nimi,Sukunimi,Yritys,Osasto,Ammattinimi,Työpuhelin,"
            "Matkapuhelin,Sähköpostiosoite",
            ",Väinö,,Laine,Halden Oy,Osto,Ostaja,09 123 4567,040 123 4567,vaino@halden.example",
        ),
        ("Väinö Laine | vaino@halden.example | 040 123 4567 | 09 123 4567 | Halden Oy | Ostaja",),
    ),
    Made(
        "Outlook, Slovak",
        lines(
            "Titul\tKrstné meno\tĎalšie meno\tPriezvisko\tSpoločnosť\tOddelenie\tFunkcia\t"
            "Fax do práce\tTelefón do práce\tMobilný telefón\tE-mailová adresa\tPoznámky",
            "Ing.\tJán\t\tKováč\tHalden s.r.o.\tNákup\tNákupca\t02/999 99 99\t02/123 45 67\t"
            "0905 123 456\tjan@halden.example\t",
        ),
        (
            "Ján Kováč | jan@halden.example | 0905 123 456 | 02/123 45 67 | Halden s.r.o. | "
            "Nákupca",
        ),
    ),
    Made(
        "Outlook, Russian",
        lines(
            "Обращение,Имя,Отчество,Фамилия,Организация,Отдел,Должность,Рабочий факс,"
            "Рабочий телефон,Телефон переносной,Адрес эл. почты,Заметки",
            "г-жа,Анна,Ивановна,Петрова,Халден,Закупки,Закупщик,8 495 999 99 99,8 495 123 45 67,"
            "+7 916 123 45 67,anna@halden.example,",
        ),
        (
            "Анна Ивановна Петрова | anna@halden.example | +7 916 123 45 67 | 8 495 123 45 67 | "
            "Халден | Закупщик",
        ),
    ),
    Made(
        "Outlook, traditional Chinese",
        lines(
            "頭銜,名字,中間名,姓氏,公司,部門,職稱,商務傳真,商務電話,行動電話,電子郵件地址,記事",
            "博士,小明,,王,哈爾登,採購,採購經理,02-9999-9999,02-1234-5678,0912-345-678,"
            "wang@halden.example,",
        ),
        ("王 小明 | wang@halden.example | 0912-345-678 | 02-1234-5678 | 哈爾登 | 採購經理",),
    ),
    Made(
        "Google since 2024, phonetic names",
        lines(
            "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,"
            "Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,"
            "Organization Title,Organization Department,Birthday,Notes,Photo,Labels,"
            "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Website 1 - Value",
            "Ines,,Okafor,eye-ness,,oh-ka-for,Dr.,PhD,,,Halden,Buyer,Purchasing,--02-14,Fair,,"
            "* myContacts ::: Fair 2026,* Work,ines@halden.example ::: ines@home.example,Mobile,"
            "+46 70 174 06 05,https\\://www.linkedin.com/in/ines-o",
        ),
        (
            "Ines Okafor | ines@halden.example | ines@home.example | +46 70 174 06 05 | ines-o | "
            "Halden | Buyer | --02-14 | Fair\nLabels: Fair 2026",
        ),
    ),
    Made(
        "Google in Spanish",
        lines(
            "Nombre,Segundo nombre,Apellidos,Prefijo del nombre,Nombre de la organización,"
            "Título de la organización,Correo electrónico 1 - Etiqueta,"
            "Correo electrónico 1 - Valor,Teléfono 1 - Etiqueta,Teléfono 1 - Valor",
            "Luz,,Vega,Dra.,Turbinas Halden,Compradora,Trabajo,luz@halden.example,Móvil,"
            "+34 600 123 456",
        ),
        ("Luz Vega | luz@halden.example | +34 600 123 456 | Turbinas Halden | Compradora",),
    ),
    Made(
        "Google in German",
        lines(
            "Vorname,Zweiter Vorname,Nachname,Name der Organisation,Titel der Organisation,"
            "E-Mail 1 – Bezeichnung,E-Mail 1 – Wert,Telefon 1 – Bezeichnung,Telefon 1 – Wert",
            "Jörg,,Großmann,Halden,Einkäufer,Arbeit,joerg@halden.example,Mobil,+49 171 2345678",
        ),
        ("Jörg Großmann | joerg@halden.example | +49 171 2345678 | Halden | Einkäufer",),
    ),
    Made(
        "a French list, surname first",
        lines("Nom;Prénom;Entreprise;Poste;Courriel;Portable",
              "DUPONT;Jean;Turbines Halden;Acheteur;jean@halden.example;06 12 34 56 78"),
        ("Jean Dupont | jean@halden.example | 06 12 34 56 78 | Turbines Halden | Acheteur",),
    ),
    Made(
        "a German list, where Name is the surname",
        lines("Anrede;Titel;Name;Vorname;Firma;Funktion;Mail",
              "Herr;Dr.;Frei;Max;Halden AG;Leiter Einkauf;max@halden.example"),
        ("Max Frei | max@halden.example | Halden AG | Leiter Einkauf",),
    ),
    Made(
        "a list with the whole name beside its first",
        lines("Name,First Name,Company,Title,E-mail",
              "Pat Moreno,Pat,Halden Turbines,Senior Buyer,pat@halden.example"),
        (PAT,),
    ),
    Made(
        "a Spanish list with two columns of surnames",
        lines("Nombre,Apellido paterno,Apellido materno,Empresa,Cargo,Correo,Celular",
              "Luz,Vega,Ruiz,Turbinas Halden,Compradora,luz@halden.example,55 1234 5678"),
        ("Luz Vega Ruiz | luz@halden.example | 55 1234 5678 | Turbinas Halden | Compradora",),
    ),
    Made(
        "a Slovak list, the surname first",
        lines("Priezvisko a meno;Firma;Pozícia;Mobil;E-mail",
              "Kováč Ján;Halden s.r.o.;Nákupca;0905 123 456;jan@halden.example"),
        ("Ján Kováč | jan@halden.example | 0905 123 456 | Halden s.r.o. | Nákupca",),
    ),
    Made(
        "a Russian list, surname, name and father's name in one",
        lines("ФИО;Компания;Должность;Почта;Телефон",
              "Петрова Анна Ивановна;Халден;Закупщик;anna@halden.example;+7 916 123 45 67"),
        ("Анна Ивановна Петрова | anna@halden.example | +7 916 123 45 67 | Халден | Закупщик",),
    ),
    Made(
        "a Turkish list",
        lines("Ad,Soyad,Şirket,Unvan,E-posta,Cep Telefonu",
              "Ayşe,Yılmaz,Halden,Müdür,ayse@halden.example,0532 123 45 67"),
        ("Ayşe Yılmaz | ayse@halden.example | 0532 123 45 67 | Halden | Müdür",),
    ),
    Made(
        "a Portuguese list, Apelido for the surname",
        lines("Nome,Apelido,Empresa,Cargo,Telemóvel,Email",
              "Zoë,Okafor,Turbinas Halden,Compradora,912 345 678,zoe@halden.example"),
        ("Zoë Okafor | zoe@halden.example | 912 345 678 | Turbinas Halden | Compradora",),
    ),
    Made(
        "a list whose columns only their cells tell",
        lines("Naam;Waar te bereiken;Toestel;Online;Werkgever",
              "Okafor, Zoë;zoe@halden.example;+31 30 123 4567;linkedin.com/in/zoe-o;Halden"),
        ("Zoë Okafor | zoe@halden.example | +31 30 123 4567 | zoe-o | Halden",),
    ),
    Made(
        "Excel, with sep= and three lines before the header",
        lines("sep=;", "Contacts of the fair", "", "Name;E-mail;Company;Position",
              '"Moreno, Pat";pat@halden.example;Halden Turbines;Senior Buyer'),
        (PAT,),
    ),
    Made(
        "a club's list of surnames in capitals, with titles behind a comma",
        lines("Member Name,Organisation,Designation,Contact Email",
              rows("LEE, Ann, P.Eng.", "Halden", "Buyer", "ann@halden.example"),
              rows("VAN DER BERG, Jan", "Halden", "Buyer", "jan@halden.example")),
        ("Ann Lee | ann@halden.example | Halden | Buyer",
         "Jan van der Berg | jan@halden.example | Halden | Buyer"),
    ),
    Made(
        "a list of companies with the people there",
        lines("company,contact,job title,email",
              "Halden Turbines,Pat Moreno,Senior Buyer,pat@halden.example"),
        (PAT,),
    ),
    *(
        Made(
            f"Google Contacts: the {told_by} beside a number says that it is for a fax",
            lines(f"{names}Phone 1 - {told_by},Phone 1 - Value,Phone 2 - {told_by},"
                  "Phone 2 - Value",
                  f"{cells}{kind},+31 30 999 9999,Mobile,+31 6 1234 5678"),
            ("Zoe Okafor | +31 6 1234 5678 | Halden",),
        )
        for told_by, names, cells, kind in (
            ("Label", "First Name,Last Name,Organization Name,Labels,", "Zoe,Okafor,Halden,,",
             "Work Fax"),
            ("Type", "Name,Given Name,Family Name,Group Membership,Organization 1 - Name,",
             "Zoe Okafor,Zoe,Okafor,,Halden,", "Home Fax"),
        )
    ),
    *(
        Made(
            f"Excel in the code page {coded}, which nobody names",
            lines(header, cells, coded=coded),
            (tells, f"read as {coded}: {header}"),
        )
        for coded, header, cells, tells in (
            ("cp1251", "Имя;Фамилия;Организация;Должность", "Зоя;Петрова;Халден;Закупщик",
             "Зоя Петрова | Халден | Закупщик"),
            ("cp1250", "Imię;Nazwisko;Firma;Dział", "Święta;Łoś;Halden;Zakupy",
             "Święta Łoś | Halden | Zakupy"),
            ("cp1253", "Όνομα;Επώνυμο;Εταιρεία", "Γιώργος;Παππάς;Halden",
             "Γιώργος Παππάς | Halden"),
            ("cp1254", "Ad;Soyad;Şirket;Unvan", "Şule;Işık;Halden;Alıcı",
             "Şule Işık | Halden | Alıcı"),
            ("cp932", "姓,名,会社名,役職", "山田,太郎,Halden,部長", "山田 太郎 | Halden | 部長"),
            ("cp1252", "Prénom;Nom;Société", "Zoë;Œuvre;Halden", "Zoë Œuvre | Halden"),
        )
    ),
    Made(
        "Excel in Cyrillic below English headings",
        lines("First Name;Last Name;Company", "Зоя;Петрова;Халден", coded="cp1251"),
        ("Зоя Петрова | Халден", "read as cp1251: Зоя;Петрова;Халден"),
    ),
)  # fmt: skip


@pytest.mark.parametrize("made", MADE, ids=lambda made: made.by)
def test_a_list_of_this_program_tells_its_people_and_makes_no_target(made: Made) -> None:
    found = read_file("upload", made.file)

    assert told(found) == made.holds
    assert found.companies == []


def test_there_are_thirty_of_them_and_more() -> None:
    assert len({made.by for made in MADE}) >= 30
