"""How the house presents its pages and emails, and the email that asks for its reply address."""

from __future__ import annotations

from typing import Any

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 60"><rect width="160" height="60" rx="8" fill="#0a3a55"/>'
    b'<circle cx="30" cy="30" r="16" fill="#fff"/><rect x="60" y="24" width="80" height="12" fill="#fff"/></svg>'
)


def known() -> dict[str, str]:
    """Give the house a face; its reply address waits to be confirmed."""
    from django.utils import timezone

    from skaala.people.links import reply_address_url
    from skaala.people.operations import save_face, save_logo
    from skaala.people.queries import face_of
    from skaala.ui.pictures import read_picture
    from skaala.ui.texts import Texts
    from tests import cast

    face = face_of(cast.a_tenant())
    face.sender_name = Texts(fi="Kuntien yhteistyöjärjestö", sv="Kommunernas samarbetsförbund", en="Towns")
    face.footer = Texts(
        fi="Kunnat ja kaupungit oppivat toisiltaan: hyvinvointialueyhteistyökokouksista lisätietoja verkkosivuillamme https://example.org/hyvinvointialueyhteistyö",
        sv="Kommuner och städer lär av varandra.",
    )
    face.imprint = Texts(
        fi="Kuntien yhteistyöjärjestö ry\nY-tunnus 1234567-1\nToinen linja 14, 00530 Helsinki\np. 09 771 1",
        sv="Kommunernas samarbetsförbund rf\nFO-nummer 1234567-1\nAndra linjen 14, 00530 Helsingfors",
        en="Co-operation of municipalities, registered association\nBusiness ID 1234567-1",
    )
    face.introduction = Texts(
        fi="Kokoamme kunnat **oppimaan toisiltaan**.\n\n## Mitä teemme\n\n- kuntienvälisten yhteistyökokousten sarjoja\n- raportteja",
        sv="Vi samlar kommuner för att lära av varandra.",
        en="We gather towns to learn from each other.",
    )
    face.contact = Texts(fi="Kirjaamo: kirjaamo@example.org, p. 09 771 1")
    face.privacy = Texts(fi="Tietosuojavastaavamme vastaa kysymyksiin arkisin.")
    face.accessibility = Texts(fi="Tilojemme esteettömyydestä kertoo vahtimestari.")
    face.accent, face.band = "#0b4f71", "#0a3a55"
    now = timezone.now()
    save_logo(face=face, picture=read_picture(LOGO))
    save_face(face=face, reply_to="kirjaamo@example.org", language="fi", now=now)
    email: Any = face.asked_email
    return {"reply_address": reply_address_url(email).rstrip("/").rpartition("/")[2]}


def emails() -> dict[str, str]:
    """The email that asks for the reply address, in each language."""
    from skaala.mail.models import Email
    from skaala.mail.renderers.emails import compose
    from tests.pages.address import LANGUAGES

    written = {}
    for language in LANGUAGES:
        asked = Email.objects.get(kind="people.reply_address")
        asked.language = language
        written[f"reply_address-{language}"] = compose(asked).html
    return written
