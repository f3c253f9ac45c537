"""The certificate: an accessible PDF that a reader program finds its way in, with names as they are."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import timedelta

import pytest
from django.db.models import F
from pypdf import PdfReader
from pypdf.generic import NullObject

from skaala.registration.links.personal import make_token
from skaala.registration.operations.check_in import note_from_list
from skaala.registration.presenters import certificate
from skaala.registration.queries import arrivals
from tests import cast

pytestmark = pytest.mark.django_db
HOSTILE = r'Åsa #set text(red) $x^2$ \ *Öhman* _ä_ <b> @ref "' + "`raw` // -- [x]"


@pytest.fixture
def attended():
    """Åsa was at the closing event and at one of two workshops."""
    series = cast.a_series(title=cast.texts("Hållbara kommuner #1"))
    first = cast.an_event(series, 1)
    cast.an_event(series, 2)
    closing = cast.a_closing_event(series, end=cast.TODAY + timedelta(weeks=9, hours=1, minutes=30))
    person = cast.a_registration(series, name=HOSTILE, organisation="Enhet & Söner")
    for event in (first, closing):
        note_from_list(event=event, mode="online", lines=[person.email], noted_by=None, now=event.start)
    return person


def words(page) -> str:
    return " ".join(page.extract_text().split())


def alternatives(tagged) -> set[str]:
    """The alternative texts in a tree of tags."""
    tagged = tagged.get_object()
    if isinstance(tagged, list):
        return set().union(*map(alternatives, tagged))
    if not isinstance(tagged, dict):
        return set()
    return {*filter(None, [tagged.get("/Alt")]), *alternatives(tagged.get("/K", NullObject()))}


@pytest.mark.parametrize(
    ("language", "title", "total"),
    [
        ("fi", "Osallistumistodistus", "3,5 h"),
        ("sv", "Intyg om deltagande", "3,5 h"),
        ("en", "Certificate of attendance", "3.5 h"),
    ],
)
def test_says_who_attended_what(attended, language, title, total):
    made = certificate.certificate(attended, arrivals.attended(attended), language=language, now=cast.TODAY)
    reader = PdfReader(io.BytesIO(made))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == language and root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == f"{title}: {HOSTILE}, Hållbara kommuner #1 ({language})"
    (page,) = reader.pages
    said = words(page)
    for expected in (HOSTILE, title, "Enhet & Söner", "Workshop title 1", total, "Association"):
        assert expected in said
    assert "Workshop title 2" not in said
    assert b"Libertinus" in made  # the fonts are in the file


def test_a_name_in_signs_that_no_font_has_is_a_picture_that_says_it(attended):
    attended.name = "Pia 🌱 山田"
    made = certificate.certificate(attended, arrivals.attended(attended), language="en", now=cast.TODAY)
    reader = PdfReader(io.BytesIO(made))
    assert reader.metadata.title.startswith("Certificate of attendance: Pia 🌱 山田")
    assert {"🌱", "山田"} <= alternatives(reader.trailer["/Root"]["/StructTreeRoot"])


def test_by_the_personal_link_for_who_came_alone_once_it_is_over(client, attended):
    path = f"/sv/r/{make_token(attended)}/certificate.pdf"
    other = cast.a_registration(attended.series, email="other@example.org")
    # Noted as come beforehand, perhaps by the join link: they have not taken part yet.
    assert client.get(path).status_code == 404
    assert "certificate.pdf" not in client.get(f"/sv/r/{make_token(attended)}/").content.decode()
    ago = timedelta(days=3650)
    attended.series.events.update(start=F("start") - ago, end=F("end") - ago, registration_closes=None)
    response = client.get(path)
    assert response["Content-Type"] == "application/pdf" and response.content.startswith(b"%PDF-")
    assert "certificate.pdf" in client.get(f"/sv/r/{make_token(attended)}/").content.decode()
    refused = client.get(f"/en/r/{make_token(other)}/certificate.pdf")
    assert refused.status_code == 404 and b"There is no certificate yet" in refused.content


def test_the_typesetter_stays_out_of_web_processes(tmp_path):
    """It is loaded in a child alone; so the modules that make certificates may be loaded anywhere."""
    checked = """if True:
        import datetime, pathlib, sys
        from skaala.ui.typeset import to_pdf
        template = pathlib.Path(sys.argv[1], "empty.typ")
        template.write_text('#set document(title: "Empty")')
        assert to_pdf(template, {}, now=datetime.datetime(2026, 11, 24)).startswith(b"%PDF-")
        sys.exit("typst" in sys.modules)
    """
    subprocess.run([sys.executable, "-c", checked, tmp_path], check=True)
