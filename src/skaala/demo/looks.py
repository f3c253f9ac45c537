"""How the demo's two organisations look, so that one sees on pages and in emails whose they are. Both looks are made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from skaala.people.models import Face, Tenant
from skaala.people.operations import save_face
from skaala.people.queries import face_of
from skaala.ui import child
from skaala.ui.pictures import read_picture
from skaala.ui.texts import Texts

SECONDS, MEGABYTES = 30, 4000


@dataclass(frozen=True)
class Look:
    """What one organisation has chosen."""

    logo: str
    accent: str
    band: str
    sender_name: Texts
    introduction: Texts
    footer: Texts


_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 80">{}</svg>'
# Towns that pass something on to one another, and hills with a road to the next one.
_TOWNS = (
    '<rect width="240" height="80" rx="10" fill="#123c69"/><path d="M40 52 L84 26 L128 54 L172 24 L204 50" fill="none"'
    ' stroke="#ffffff" stroke-width="5"/><circle cx="40" cy="52" r="11" fill="#f2c14e"/><circle cx="84" cy="26" r="11" fill="#ffffff"/>'
    '<circle cx="128" cy="54" r="11" fill="#f2c14e"/><circle cx="172" cy="24" r="11" fill="#ffffff"/>'
    '<circle cx="204" cy="50" r="11" fill="#f2c14e"/>'
)
_HILLS = (
    '<rect width="240" height="80" rx="10" fill="#f4efe6"/><path d="M0 70 Q60 5 120 70 Z" fill="#5b2a6e"/>'
    '<path d="M80 70 Q160 15 240 70 Z" fill="#8a4fa0"/><path d="M20 76 Q120 50 220 76" fill="none" stroke="#5b2a6e" stroke-width="5"/>'
)
OF_2023 = Look(
    logo=_SVG.format(_TOWNS),
    accent="#123c69",
    band="#0f3157",
    sender_name=Texts(
        fi="Kuntien verkosto (demo)", sv="Kommunernas nätverk (demo)", en="Network of towns (demo)"
    ),
    introduction=Texts(
        fi="Kokoamme kunnat oppimaan toisiltaan. Tämä sivu ja sen ilme on tehty demoa varten.",
        sv="Vi samlar kommuner för att lära av varandra. Sidan och dess utseende har gjorts för demon.",
        en="We gather towns to learn from each other. This page and its look were made for the demo.",
    ),
    footer=Texts(
        fi="Skaalan demo: mitään ei lähetetä eikä kukaan ole oikeasti ilmoittautunut.",
        sv="Skaalas demo: inget skickas och ingen har anmält sig på riktigt.",
        en="Skaala’s demo: nothing is sent, and nobody has really registered.",
    ),
)
OF_NEIGHBOURS = Look(
    logo=_SVG.format(_HILLS),
    accent="#5b2a6e",
    band="#4a2159",
    sender_name=Texts(
        fi="Naapurimaakunta (demo)", sv="Grannlandskapet (demo)", en="Neighbouring region (demo)"
    ),
    introduction=Texts(
        fi="Ilmastotyötä naapurimaakunnassa. Tämä organisaatio on keksitty.",
        sv="Klimatarbete i grannlandskapet. Organisationen är påhittad.",
        en="Climate work in the neighbouring region. This organisation is made up.",
    ),
    footer=Texts(
        fi="Keksitty organisaatio Skaalan demossa.",
        sv="En påhittad organisation i Skaalas demo.",
        en="A made-up organisation in Skaala’s demo.",
    ),
)


def give_look(tenant: Tenant, look: Look, *, now: datetime) -> None:
    """Give an organisation of the demo its look, unless it has one."""
    if Face.objects.filter(tenant=tenant).exists():
        return
    face = face_of(tenant)
    for name in ("accent", "band", "sender_name", "introduction", "footer"):
        setattr(face, name, getattr(look, name))
    picture = child.run(read_picture, look.logo.encode(), seconds=SECONDS, megabytes=MEGABYTES)
    save_face(face=face, reply_to="", language="fi", now=now, logo=picture)
