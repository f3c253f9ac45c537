"""An organisation's logo and colours: what is taken, what is refused and with which words, and where they are shown."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

import skaala
from skaala.mail.renderers.emails import compose
from skaala.people.models import Face, Logo
from skaala.people.rules import Role, colours
from skaala.ui.pictures import Problem, UnusablePicture, read_picture
from tests import cast

PAGE = "/en/desk/organisations/house/look/"
SHAPES = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><style>.a{fill:#123456}</style><rect class="a" width="100" height="50"/></svg>'


def picture(
    kind: str = "PNG", size: tuple[int, int] = (800, 200), mode: str = "RGB", **more: object
) -> bytes:
    made = io.BytesIO()
    Image.new(mode, size, "#0b5a4a").save(made, kind, **more)
    return made.getvalue()


def sent(desk: Client, content: bytes, name: str = "logo.png"):
    return desk.post(PAGE, {"logo": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_becomes_a_small_png_of_pixels_alone(kind):
    exif = Image.Exif()
    exif[0x010E] = "Maija's office"
    more = {"exif": exif} if kind in {"JPEG", "WEBP", "PNG"} else {}
    content = picture(kind, **more)
    if more:
        assert b"Maija" in content
    made = read_picture(content)
    assert (made.width, made.height) == (640, 160)
    assert made.content.startswith(b"\x89PNG") and b"Maija" not in made.content


def test_a_clean_svg_becomes_a_png_too():
    made = read_picture(SHAPES)
    assert made.content.startswith(b"\x89PNG") and (made.width, made.height) == (480, 240)
    assert Image.open(io.BytesIO(made.content)).getpixel((200, 100))[:3] == (0x12, 0x34, 0x56)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)" width="9" height="9"/>',
        '<image href="https://elsewhere.example/a.png"/>',
        '<a href="https://elsewhere.example"><rect width="9" height="9"/></a>',
        '<use href="https://elsewhere.example/a.svg#a"/>',
        "<foreignObject><p>x</p></foreignObject>",
        "<style>@import url(https://elsewhere.example/a.css);</style>",
        '<rect style="fill:url(https://elsewhere.example/#a)" width="9" height="9"/>',
        '<g><animate attributeName="href" values="javascript:alert(1)"/></g>',
    ],
)
def test_an_svg_that_acts_or_leads_elsewhere_is_refused(inside):
    with pytest.raises(UnusablePicture) as refused:
        read_picture(SHAPES.replace(b"<rect", inside.encode() + b"<rect", 1))
    assert refused.value.problem == Problem.UNCLEAN


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", Problem.NO_PICTURE),
        (b"%PDF-1.4 nothing", Problem.NO_PICTURE),
        (picture()[:300], Problem.NO_PICTURE),
        (picture("BMP"), Problem.NO_PICTURE),
        (picture(size=(20, 20)), Problem.TOO_SMALL),
        (picture(size=(30_000, 1000), mode="1"), Problem.TOO_MANY_PIXELS),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SHAPES.replace(b"<rect", b"&a;<rect"), Problem.UNCLEAN),
        (b"<svg", Problem.NO_PICTURE),
    ],
)
def test_what_is_no_logo_is_refused(content, problem):
    with pytest.raises(UnusablePicture) as refused:
        read_picture(content)
    assert refused.value.problem == problem


@pytest.mark.django_db
def test_a_logo_is_shown_with_the_name_on_pages_of_the_series_and_nowhere_else(desk, client):
    cast.an_event(cast.a_series())
    other = cast.a_series("other", tenant=cast.a_tenant("other"))
    assert client.get("/look/house.png").status_code == 404
    assert sent(desk, picture()).status_code == 302
    shown = client.get("/en/series/spring/").content.decode()
    assert '<img src="/look/house.png" width="224" height="56" alt="Organisation house (en)">' in shown
    assert "/look/" not in client.get(f"/en/series/{other.slug}/").content.decode()
    assert client.get("/look/other.png").status_code == client.get("/look/nobody.png").status_code == 404
    answer = client.get("/look/house.png")
    assert answer["Content-Type"] == "image/png" and answer.content.startswith(b"\x89PNG")
    assert "ETag" in answer and not answer.cookies
    assert sent(desk, picture(size=(100, 100))).status_code == 302  # in place of the one before, at once
    assert Image.open(io.BytesIO(client.get("/look/house.png").content)).size == (100, 100)
    desk.post(PAGE, {"without_logo": "on"})
    assert client.get("/look/house.png").status_code == 404 and not Logo.objects.exists()
    assert "/look/" not in client.get("/en/series/spring/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"nothing", "no picture that we can read"),
        (SHAPES.replace(b"<rect", b"<script/><rect"), "more than shapes"),
        (picture(size=(30_000, 1000), mode="1"), "more than 25 million pixels"),
        (b"\x89PNG" + bytes(2_000_000), "larger than 2 MB"),
    ],
)
def test_a_bad_file_is_refused_with_words(desk, content, words):
    answer = sent(desk, content)
    assert answer.status_code == 422 and words in answer.content.decode()
    assert not Logo.objects.exists()


@pytest.mark.django_db
def test_a_logo_is_sent_by_an_owner_of_this_organisation_only(desk):
    organiser = cast.a_member(Role.ORGANISER, "organiser@example.org")
    stranger = cast.an_organiser("elsewhere@example.org", tenant=cast.a_tenant("other"))
    for account, status in [(organiser, 403), (stranger, 404)]:
        browser = Client()
        cast.signs_in(browser, account)
        assert sent(browser, picture()).status_code == status
    assert not Face.objects.exists()


# --- Colours ---


def token(sheet: str, name: str) -> str:
    found = re.search(rf"--{name}: (#\w{{6}})", sheet)
    assert found
    return found[1]


SOME = [f"#{red}{green}{blue}" for red in ("00", "33", "80", "c8", "ff") for green in ("00", "66", "b4", "ff") for blue in ("00", "7f", "ff")]  # fmt: skip


@pytest.mark.parametrize("colour", SOME)
def test_whatever_colour_is_proposed_all_that_is_written_in_it_can_be_read(colour):
    accent, band = colours.nearest_accent(colour), colours.nearest_band(colour)
    light, dark = colours.style_sheet(accent, band).split("@media")
    for sheet, papers in ((light, colours.LIGHT_PAPERS), (dark, colours.DARK_PAPERS)):
        on_accent, tint = token(sheet, "on-accent"), token(sheet, "accent-tint")
        ink = "#16211d" if sheet is light else "#e8eeea"
        pairs = [(token(sheet, "accent"), paper) for paper in (*papers, tint)]
        pairs += [(token(sheet, "accent-strong"), paper) for paper in (*papers, tint)]
        pairs += [
            (on_accent, token(sheet, "accent")),
            (on_accent, token(sheet, "accent-strong")),
            (ink, tint),
        ]
        pairs += [
            (token(sheet, "on-band"), token(sheet, "band")),
            (token(sheet, "on-band-soft"), token(sheet, "band")),
        ]
        assert [pair for pair in pairs if colours.contrast(*pair) < colours.TEXT] == []
        # Borders of what can be chosen, and marks: the accent on paper has more than the 3 : 1 that they need.
        assert all(colours.contrast(token(sheet, "accent"), paper) >= colours.COMPONENT for paper in papers)


def test_a_colour_that_passes_is_taken_as_it_is_and_the_nearest_one_is_hardly_darker_than_needed():
    assert colours.nearest_accent("#0b5a4a") == "#0b5a4a" and colours.nearest_band("#0b4a3e") == "#0b4a3e"
    found = colours.nearest_band("#ffcc00")
    assert 4.5 <= colours.least_contrast_of_band(found) < 4.6
    assert colours.style_sheet("", "") == ""
    # Unlayered rules would win over those of the look for print: white words on paper.
    assert colours.style_sheet("#0b5a4a", "").startswith("@layer tokens {")


def test_the_papers_are_those_of_the_look():
    sheet = (Path(skaala.__file__).parent / "ui/static/ui/skaala.css").read_text(encoding="utf-8")
    light, dark = sheet.partition("@media (prefers-color-scheme: dark)")[::2]
    for part, papers in ((light, colours.LIGHT_PAPERS), (dark, colours.DARK_PAPERS)):
        found = [re.search(rf"--{name}: (#\w+);", part)[1] for name in ("paper", "paper-tint", "paper-deep")]
        assert [colours.as_colour(one) for one in found] == list(papers)


@pytest.mark.django_db
def test_a_colour_that_cannot_be_read_is_refused_with_the_nearest_that_can(desk):
    shown = desk.post(PAGE, {"accent": "#ffcc00", "band": "#FC0"}).content.decode()
    nearest = colours.nearest_accent("#ffcc00")
    assert (
        "#ffcc00 is too light to read on the pages" in shown
        and f"The nearest that can be read is {nearest}" in shown
    )
    assert "White words on #ffcc00 are hard to read: their contrast is 1.5 : 1" in shown
    assert "Write the colour as #" in desk.post(PAGE, {"accent": "green"}).content.decode()
    assert not Face.objects.exists()
    assert desk.post(PAGE, {"accent": nearest}).status_code == 302


@pytest.mark.django_db
def test_colours_come_by_a_style_sheet_s_address_and_into_emails(desk, client):
    series = cast.a_series()
    cast.an_event(series)
    assert client.get("/look/house.css").status_code == 404
    desk.post(PAGE, {"accent": "#7a1f5c", "band": "#4a1238"})
    answer = client.get("/en/series/spring/")
    assert '<link rel="stylesheet" href="/look/house.css">' in answer.content.decode()
    assert (
        "style=" not in answer.content.decode() and "unsafe-inline" not in answer["Content-Security-Policy"]
    )
    sheet = client.get("/look/house.css")
    assert (
        sheet["Content-Type"] == "text/css; charset=utf-8" and "--accent: #7a1f5c" in sheet.content.decode()
    )
    desk.post(PAGE, {"accent": "#1f5c7a"})
    assert "--accent: #1f5c7a" in client.get("/look/house.css").content.decode()
    assert "--band" not in client.get("/look/house.css").content.decode()

    from skaala.mail.models import Email

    desk.post(PAGE, {"band": "#4a1238"})
    cast.a_registration(series)
    html = compose(Email.objects.get(kind="registration.confirmation")).html
    assert "#4a1238" in html and "background-color:#0a5c55" not in html
