"""Mails and mailboxes as programs and servers make them (FORMATS section 6, R4 and R6)."""

import pytest

from firststep.bringing.formats import read_file
from tests.bringing.formats.producers import ADA, Made, lines, told

DATE = "Date: Mon, 2 Nov 2026 10:00:00 +0100"
FROM_ME = "From: Ada Moreno <ada@moreno.example>"
TO_ZOE = "To: Zoe Okafor <zoe@halden.example>"
FROM_ZOE = "From: Zoe Okafor <zoe@halden.example>"
TO_ME = "To: Ada Moreno <ada@moreno.example>"
SENT = ("Zoe Okafor | zoe@halden.example", "2026-11-02 wrote to zoe@halden.example", "sent: 1",
        "threads: 1")  # fmt: skip
DRAFT = ("drafts: 1", "skipped: 1", "note : ")
NOT_HERS = ("automatic: 1", "threads: 1")
LOOKS = (*NOT_HERS, "note Subject: ")


def mail(*header: str, text: str = "Hi", ends: str = "\r\n", coded: str = "utf-8") -> bytes:
    """A mail with this header."""
    return lines(*header, "", text, ends=ends, coded=coded)


def box(*mails: bytes) -> bytes:
    """A mailbox of these mails."""
    return b"".join(b"From - Mon Nov 02 10:00:00 2026\n" + one + b"\n" for one in mails)


def answer(*header: str, text: str = "I am away.", coded: str = "utf-8") -> bytes:
    """What came back from Zoe."""
    return mail(DATE, FROM_ZOE, TO_ME, "In-Reply-To: <1@x>", *header, text=text, coded=coded)


MEETING_ANSWER = (
    "--b\nContent-Type: text/plain\n\nYes\n--b\nContent-Type: text/calendar;\n charset=\"utf-8\";"
    " method=REPLY\n\nBEGIN:VCALENDAR\n--b--"
)  # fmt: skip
FLAGS = "<plist><dict><key>flags</key><integer>{}</integer></dict></plist>"
FIRST = (
    "Envelope-to: ada@moreno.example", "Delivery-date: Mon, 02 Nov 2026 10:00:01 +0100",
    "User-Agent: Mutt/2.2", "Thread-Topic: Hello", "Thread-Index: AdabcD==", "Sender: x@y.example",
    "In-Reply-To: <1@x>", "Reply-To: ada@moreno.example", "x-store-info: J++", "Status: RO",
    "X-Mozilla-Status: 0001", "Importance: high", "Organization: none",
    "Disposition-Notification-To: ada@moreno.example", "Comments: a, b; c",
)  # fmt: skip
MAILS = [
    *(Made(f"Whatever comes first: {one}", mail(one, DATE, FROM_ME, TO_ZOE), SENT)
      for one in FIRST),
    Made("Exim: a folded field first", mail("Received: from a\r\n\tby b; x", DATE, FROM_ME, TO_ZOE),
         SENT),
    Made("A line among the fields that is none", mail(
        "X-Spam: no", "broken by a relay", DATE, FROM_ME, TO_ZOE), SENT),
    Made("Encoded words that name their charset are no guess", mail(
        DATE, FROM_ME, "To: =?iso-8859-1?Q?Zo=EB_Okafor?= <zoe@halden.example>"),
         ("Zoë Okafor | zoe@halden.example", *SENT[1:])),
    Made("A mark of the encoding before the sender", b"\xef\xbb\xbf" + mail(FROM_ME, DATE, TO_ZOE),
         SENT),
    Made("Old Macintosh: single carriage returns", mail(DATE, FROM_ME, TO_ZOE, ends="\r"), SENT),
    Made("Notepad: two bytes a letter",
         "\ufeff".encode("utf-16-le") + mail(DATE, FROM_ME, TO_ZOE, coded="utf-16-le"),
         (*SENT, "read as utf-16: ")),
    Made("Apple Mail (.emlx)", b"123      \n" + mail(DATE, FROM_ME, TO_ZOE, text=FLAGS.format(1)),
         SENT),
    Made("Apple Mail (.emlx), a draft by its flags",
         b"123\n" + mail(DATE, FROM_ME, TO_ZOE, text=FLAGS.format(65)), DRAFT),
    Made("A blank before the colon", mail(DATE, "From : ada@moreno.example", TO_ZOE), SENT),
    # Groups and names
    Made("Outlook: nobody to be seen", mail(DATE, FROM_ME, "To: undisclosed-recipients:;",
                                            "Bcc: zoe@halden.example (Okafor, Zoe)"),
         ("Zoe Okafor | zoe@halden.example", *SENT[1:])),
    Made("Pine: a group by name", mail(
        DATE, FROM_ME, 'To: "Team: all": Zoe Okafor <zoe@halden.example>, yun@park.example;'),
         (SENT[0], "2026-11-02 wrote to yun@park.example", *SENT[1:], "note To: yun@park.example")),
    Made("Zimbra: encoded words with a language, with a colon, with the wrong charset", mail(
        DATE, FROM_ME, "To: =?utf-8*en?Q?Zo=C3=AB_Okafor?= <zoe@halden.example>,"
        " =?utf-8?Q?Yun:_Park?= <yun@park.example>, =?utf-8?Q?J=F6rg_Vos?= <j@vos.example>"),
         ("Zoë Okafor | zoe@halden.example", "Yun | yun@park.example",
          "Jörg Vos | j@vos.example", "2026-11-02 wrote to j@vos.example",
          "2026-11-02 wrote to yun@park.example", *SENT[1:], "read as cp1252: Jörg Vos")),
    Made("The Bat!: bare Cyrillic, the text's charset tells which", mail(
        DATE, FROM_ME, "To: Анна Иванова <anna@ivanova.example>",
        "Content-Type: text/plain; charset=koi8-r", coded="koi8-r"),
         ("Анна Иванова | anna@ivanova.example", "2026-11-02 wrote to anna@ivanova.example",
          *SENT[2:], "read as koi8-r: Анна Иванова <anna@ivanova.example>")),
    Made("No date: the day it was received", mail(
        "Received: from a by b; Mon, 2 Nov 2026 09:00:00 +0000", FROM_ME, TO_ZOE), SENT),
    # Drafts
    Made("Thunderbird: a draft", mail("X-Mozilla-Draft-Info: internal/draft; vcard=0", DATE,
                                      FROM_ME, TO_ZOE), DRAFT),
    Made("Thunderbird: waiting to be sent", mail("X-Mozilla-Status: 0800", DATE, FROM_ME, TO_ZOE),
         DRAFT),
    Made("Evolution: a draft", mail("X-Evolution: 0000001a-0014", DATE, FROM_ME, TO_ZOE), DRAFT),
    Made("Apple Mail: a draft by its kind", mail(
        "X-Uniform-Type-Identifier: com.apple.mail-draft", DATE, FROM_ME, TO_ZOE), DRAFT),
    Made("Dovecot: a draft in a mailbox", box(mail("X-Status: T", DATE, FROM_ME, TO_ZOE),
                                              mail("Status: RO", DATE, FROM_ME, TO_ZOE)),
         (*SENT[:2], "drafts: 1", "sent: 1", "threads: 2")),
    *(Made(f"Gmail: a draft by its label {label}", box(mail(
        f"X-Gmail-Labels: {label}", DATE, FROM_ME, TO_ZOE)), ("drafts: 1", "threads: 1"))
      for label in ("Drafts", "Opened,Draft", "=?UTF-8?Q?Entw=C3=BCrfe,Ge=C3=B6ffnet?=",
                    "Brouillons", "Borradores", "Bozze", "Rascunhos", "Concepten", "Черновики",
                    "下書き", "Wersje robocze", "Luonnokset")),
    Made("Gmail: a label of one's own that only sounds like it", box(mail(
        "X-Gmail-Labels: Sent,Draft contracts", DATE, FROM_ME, TO_ZOE)), SENT),
    # Automatic, by what the header says
    *(Made(f"Automatic by its header: {sign}", answer(sign), NOT_HERS)
      for sign in ("Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated; x=1",
                   "Return-Path: <>", "X-Autoreply: yes", "X-Autorespond: away",
                   "X-Auto-Reply: yes", "Precedence: auto_reply", "Precedence: Bulk",
                   "Precedence: auto-reply", "List-Id: <all.halden.example>",
                   "Content-Type: multipart/report; report-type=disposition-notification",
                   'Content-Type: text/calendar; method="REPLY"; charset=utf-8')),
    Made("Outlook: a yes to a meeting in a part of its own", answer(
        "Content-Type: multipart/alternative; boundary=b", text=MEETING_ANSWER), NOT_HERS),
    Made("An invitation in a part of its own is a person's mail", answer(
        "Content-Type: multipart/alternative; boundary=b",
        text=MEETING_ANSWER.replace("REPLY", "REQUEST")),
         ("2026-11-02 heard from zoe@halden.example", "received: 1", "replies: 1", "threads: 1")),
    *(Made(f"Automatic by its sender: {sender}",
           mail(DATE, f"From: {sender}@halden.example", TO_ME), NOT_HERS)
      for sender in ("no-reply", "noreply+12", "do.not.reply", "autoreply", "jobs-noreply")),
    Made("Postfix: back for good", mail(
        DATE, "From: MAILER-DAEMON@halden.example", TO_ME, "Return-Path: <>", text=(
            "Final-Recipient: rfc822; zoe@halden.example\nStatus: 5.1.1")),
         ("bounces: 1", "threads: 1", "dead zoe@halden.example")),
    # Automatic, by its subject only: told of
    *(Made(f"Automatic by its subject: {subject}",
           answer(f"Subject: {subject}", "X-Auto-Response-Suppress: OOF, AutoReply"),
           (*LOOKS[:2], f"note Subject: {subject}"))
      for subject in ("Automatic reply: Hello", "Out of Office: Hello", "Abwesenheitsnotiz: Hallo",
                      "Automatische Antwort: Hello", "Réponse automatique : Bonjour",
                      "Respuesta automática: Hola", "Risposta automatica: Ciao",
                      "Automatisch antwoord: Hallo", "Autosvar: Hej", "Automaattinen vastaus: Hei",
                      "Odpowiedź automatyczna: Cześć", "Автоматический ответ: Привет",
                      "自動応答: こんにちは", "[EXTERN] Automatic reply: Hello", "Read: Hello",
                      "Accepted: Coffee", "Zugesagt: Kaffee", "Undeliverable: Hello")),
    *(Made(f"A person's mail: {sign}", answer(sign),
           ("2026-11-02 heard from zoe@halden.example", "received: 1", "replies: 1", "threads: 1"))
      for sign in ("Subject: Re: Out of office next week", "Subject: Reading list",
                   "X-Auto-Response-Suppress: All", "Auto-Submitted: no",
                   "Subject: Automation engineer", "Return-Path: <zoe@halden.example>")),
    Made("A date that is in no year further west", mail(
        "Date: Fri, 31 Dec 9999 23:59:59 -1200", FROM_ME, TO_ZOE,
        DATE.replace("Date", "Delivery-date")), SENT),
    # Mailboxes
    Made("Eudora: no empty line between mails, a number in place of the address",
         b"From ???@??? Mon Nov 02 10:00:00 2026\r\n" + mail(DATE, FROM_ME, TO_ZOE)
         + b"From zoe at halden.example  Mon Nov  2 10:01:00 2026\r\n"
         + mail(DATE.replace("10:00", "10:01"), FROM_ZOE, TO_ME, "Message-ID: <2@x>"),
         (*SENT[:2], "2026-11-02 heard from zoe@halden.example", "received: 1", "sent: 1",
          "threads: 2")),
    Made("A patch within a mail, and somebody quoted",
         box(mail(DATE, FROM_ME, TO_ZOE, text="See:\r\n\r\nFrom 4f2e Mon Sep 17 00:00:00 2001\r\n"
                  "From: Ann Lee <ann@lee.example>\r\nDate: Mon, 2 Nov 2026 10:00:00 +0100")),
         SENT),
]  # fmt: skip


@pytest.mark.parametrize("made", MAILS, ids=[one.by for one in MAILS])
def test_the_mail_of_every_producer_gives_who_wrote_to_whom(made: Made) -> None:
    assert told(read_file("upload", made.file, given=ADA)) == made.holds
