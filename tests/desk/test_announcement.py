"""From a pasted announcement to a draft series: read, checked, corrected, saved; and nothing saved before."""

from __future__ import annotations

import html
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from skaala.announcement import Note, Reason
from skaala.announcement.files import Unreadable
from skaala.desk.announcement.messages import LACKS, NOTES, REASONS, REFUSALS
from skaala.people.models import Organisation
from skaala.places.models import Venue
from skaala.series.models import Event, Series
from skaala.series.rules.drafts import Lack
from skaala.ui.texts import Texts
from tests.announcement.test_files import docx, pdf
from tests.desk.browser import typed

PASTE, CHECK = "/en/desk/new-series/announcement/", "/en/desk/new-series/announcement/check/"
CORPUS = Path(__file__).parents[1] / "announcement" / "corpus"
OF_2023 = (CORPUS / "tuned_01_kuntien_skaalaus.txt").read_text(encoding="utf-8")
TO_COME = (
    "Circular economy workshops\n\nWorkshop 1: Sharing, 27 March 2031 at 1–3 pm (Teams)\n"
    "Workshop 2: Repairing, 28 March 2031 at 1–3 pm, Kuntatalo, Toinen linja 14, 00530 Helsinki\n"
)
HELSINKI = ZoneInfo("Europe/Helsinki")


def read(desk: Any, text: str = TO_COME, language: str = "en", **more: Any) -> Any:
    return desk.post(PASTE.replace("/en/", f"/{language}/"), {"text": text, **more})


def sent_back(response: Any, **changes: Any) -> dict[str, Any]:
    """What a browser sends of the page of checking."""
    check = response.context["check"]
    published = check.carried["published"]
    sent: dict[str, Any] = {
        "text": check.carried["text"].replace("\n", "\r\n"),
        "given_language": check.carried["given_language"],
        "published": published.isoformat() if published else "",
        "row": [str(row.key) for row in check.rows],
        "action": "save",
    }
    for form in (check.series, *(row.form for row in check.rows)):
        sent |= typed(form)
    return sent | changes


def nothing_saved() -> bool:
    return not (Series.objects.exists() or Organisation.objects.exists() or Venue.objects.exists())


def words_of(response: Any) -> str:
    page = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(html.unescape(page).split())


def test_the_new_series_page_offers_it(desk):
    assert f'href="{PASTE}"' in desk.get("/en/desk/new-series/").content.decode()
    assert desk.get(PASTE).status_code == 200


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_announcement_of_2023_is_read_checked_and_saved(language, desk):
    response = read(desk, OF_2023, language)
    assert response.status_code == 200
    assert nothing_saved()
    saved = desk.post(CHECK.replace("/en/", f"/{language}/"), sent_back(response))
    series = Series.objects.get()
    assert saved["Location"] == f"/{language}/desk/series/{series.slug}/"
    assert series.status == "draft"
    assert [
        (
            event.kind,
            event.number,
            f"{event.start.astimezone(HELSINKI):%-d.%-m.%Y %-H}–{event.end.astimezone(HELSINKI):%-H}",
            event.mode,
            str(event.venue or ""),
            event.registration_closes and f"{event.registration_closes.astimezone(HELSINKI):%-d.%-m. %H:%M}",
        )
        for event in series.events.all()
    ] == [
        ("workshop", 1, "27.3.2023 13–15", "online", "", "27.3. 00:00"),
        ("workshop", 2, "29.3.2023 13–15", "online", "", "29.3. 00:00"),
        ("workshop", 3, "30.3.2023 9–11", "online", "", "30.3. 00:00"),
        (
            "closing_event",
            None,
            "10.5.2023 10–15",
            "hybrid",
            "Kuntatalo, Toinen linja 14, 00530 Helsinki",
            None,
        ),
    ]


def test_each_value_is_beside_its_label_and_the_words_lead_back(desk):
    page = read(desk).content.decode()
    for field in ("event-0-start_0", "event-0-title", "event-1-venue_name", "series-title"):
        back = rf'<mark id="(words-\d+)">[^<]+</mark><span[^>]*>(?:(?!</span>).)*<a href="#id_{field}">'
        anchor = re.search(back, page)
        assert anchor, field
        assert f'<a href="#{anchor[1]}">' in page
        assert f'id="id_{field}"' in page
    assert len(set(re.findall(r'\bid="([^"]+)"', page))) == len(re.findall(r'\bid="([^"]+)"', page))


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("fi", "Teksti ei kerro päättymisaikaa."),
        ("sv", "Texten anger ingen sluttid."),
        ("en", "The text gives no time of ending."),
    ],
)
def test_what_is_not_decided_says_why_and_is_asked_for(language, reason, desk):
    response = read(desk, TO_COME.replace("1–3 pm", "1 pm"), language)
    assert reason in words_of(response)
    refused = desk.post(CHECK.replace("/en/", f"/{language}/"), sent_back(response))
    assert refused.status_code == 422
    assert [list(row.form.errors) for row in refused.context["check"].rows] == [["end"], ["end"]]
    assert 'href="#id_event-1-end_0"' in refused.content.decode()
    assert nothing_saved()
    corrected = {f"event-{n}-end_day": f"2031-03-2{7 + n}" for n in (0, 1)}
    corrected |= {f"event-{n}-end_time": "15:00" for n in (0, 1)}
    assert desk.post(CHECK, sent_back(refused, **corrected)).status_code == 302
    assert Event.objects.count() == 2


def test_the_words_for_all_that_can_be_said_are_there():
    assert set(REASONS) == set(Reason)
    assert set(NOTES) == set(Note)
    assert set(LACKS) == set(Lack)
    assert set(REFUSALS) == set(Unreadable)


def test_what_was_corrected_is_saved(desk):
    sent = sent_back(
        read(desk),
        **{
            "series-title": "Mended title",
            "series-language": "sv",
            "series-organisers": "Kuntaliitto\r\n\r\nSomebody new",
            "event-1-mode": "hybrid",
            "event-1-registration_closes_day": "2031-03-20",
        },
    )
    desk.post(CHECK, sent)
    series = Series.objects.get()
    assert series.title == Texts(sv="Mended title")
    assert [str(part.organisation.name.get("sv")) for part in series.involvements.all()] == [
        "Kuntaliitto",
        "Somebody new",
    ]
    event = series.events.get(number=2)
    assert (event.mode, event.registration_closes) == ("hybrid", datetime(2031, 3, 21, tzinfo=HELSINKI))


def test_an_event_is_left_out_whatever_its_fields_have(desk):
    sent = sent_back(read(desk), **{"event-0-leave_out": "on", "event-0-start_day": "nonsense"})
    assert desk.post(CHECK, sent).status_code == 302
    assert [event.number for event in Series.objects.get().events.all()] == [2]


def test_leaving_all_out_is_no_series(desk):
    sent = sent_back(read(desk), **{"event-0-leave_out": "on", "event-1-leave_out": "on"})
    response = desk.post(CHECK, sent)
    assert response.status_code == 422
    assert "A series needs an event. Add one." in words_of(response)
    assert nothing_saved()


def test_an_event_is_added_and_nothing_typed_is_lost_or_judged(desk):
    sent = sent_back(read(desk), action="add", **{"event-0-start_day": "nonsense", "series-title": "Kept"})
    response = desk.post(CHECK, sent)
    check = response.context["check"]
    assert response.status_code == 200
    assert [row.key for row in check.rows] == [0, 1, 2]
    assert (check.rows[0].form["start"].value()[0], check.series["title"].value()) == ("nonsense", "Kept")
    assert not check.rows[0].form.errors
    assert nothing_saved()


def test_no_more_events_are_added_than_a_form_can_send(desk):
    sent = sent_back(read(desk), action="add", row=[str(number) for number in range(90)])
    response = desk.post(CHECK, sent)
    assert len(response.context["check"].rows) == 40
    assert not response.context["may_add"]


def test_more_events_than_a_page_takes_are_pointed_out(desk):
    lines = [
        f"Workshop {n}: Topic, {1 + n % 28} March {2031 + n // 28} at 1–3 pm (Teams)" for n in range(1, 50)
    ]
    response = read(desk, "Workshops\n\n" + "\n".join(lines))
    assert len(response.context["check"].rows) == 40
    assert "9 more events were read than one page takes." in words_of(response)
    assert desk.post(CHECK, sent_back(response)).status_code == 302
    assert Event.objects.count() == 40


def test_another_day_of_publication_gives_other_years(desk):
    text = "Workshop 27.3. at 13–15 (Teams). The workshop is for all who work with municipalities."
    response = read(desk, text)
    assert "Give the day of publication" in words_of(response)
    again = {"text": text, "given_language": "en", "published": "2031-03-06", "action": "read"}
    check = desk.post(CHECK, again).context["check"]
    assert check.rows[0].form["start"].value() == datetime(2031, 3, 27, 13, tzinfo=HELSINKI)
    assert check.series["language"].value() == "en"
    wrong = desk.post(CHECK, again | {"published": "6.33.2031"})
    assert wrong.status_code == 422
    assert wrong.context["again"]["published"].value() == "6.33.2031"


def test_one_may_go_back_to_the_text(desk):
    response = desk.post(CHECK, sent_back(read(desk, published="2031-01-07"), action="back"))
    form = response.context["form"]
    assert form["text"].value() == TO_COME
    assert str(form["published"].value()) == "2031-01-07"


@pytest.mark.parametrize(
    ("language", "said"),
    [("fi", "ovat jo alkaneet"), ("sv", "har redan börjat"), ("en", "have begun already")],
)
def test_past_dates_are_allowed_and_pointed_out(language, said, desk):
    assert said in words_of(read(desk, OF_2023, language))
    assert said not in words_of(read(desk, TO_COME, language))


def a_file(content: bytes, name: str = "a") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize(
    "content",
    [
        TO_COME.encode(),
        f"<!doctype html><script>var d = '1.1.2031'</script><h1>Workshops</h1><pre>{TO_COME}</pre>".encode(),
        docx("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in TO_COME.splitlines())),
        pdf("Workshop 1: Sharing, 27 March 2031 at 1-3 pm \\(Teams\\)"),
    ],
    ids=["text", "html", "docx", "pdf"],
)
def test_a_file_is_read_like_a_pasted_text(content, desk):
    check = read(desk, "", file=a_file(content)).context["check"]
    assert check.rows[0].form["start"].value() == datetime(2031, 3, 27, 13, tzinfo=HELSINKI)
    assert check.rows[0].form["mode"].value() == "online"


@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        ({}, "text", ("Liitä tiedotteen teksti", "Klistra in meddelandets", "Paste the text of")),
        ({"text": " \r\n\t"}, "text", ("Liitä tiedotteen teksti", "Klistra in meddelandets", "Paste the text of")),
        ({"text": "x " * 150_000}, "text", ("Tekstissä on 300000", "Texten har 300000", "The text has 300000")),
        ({"text": "\u200b\u200b"}, "text", ("Liitä tiedotteen teksti", "Klistra in meddelandets", "Paste the text of")),
        ({"file": b""}, "file", ("Tiedosto on tyhjä", "Filen är tom", "The file is empty")),
        ({"file": b" \n"}, "file", ("Tiedosto on tyhjä", "Filen är tom", "The file is empty")),
        ({"file": bytes(range(256)) * 40}, "file", ("Tämä ei ole", "Det här är varken", "This is neither")),
        ({"file": b"%PDF-1.4 broken"}, "file", ("PDF-tiedosto on", "PDF-filen är", "The PDF is broken")),
        ({"file": b"a " * 2_500_000}, "file", ("Tekstissä on", "Texten har", "The text has")),
        ({"file": b"a" * 10_000_001}, "file", ("Tiedoston koko", "Filen är 10.0", "The file has 10.0 MB")),
        ({"text": "x", "file": b"y"}, "file", ("Anna joko", "Ge antingen", "Give either")),
        ({"text": TO_COME, "published": "x"}, "published", ("Kirjoita päivä", "Skriv dag", "Write the day")),
        ({"text": TO_COME, "published": "0203-01-01"}, "published", ("Tarkista", "Kontrollera", "Check the")),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, dict) else None,
)  # fmt: skip
def test_bad_input_is_refused_in_words_and_nothing_typed_is_lost(sent, field, said, desk):
    for language, words in zip(("fi", "sv", "en"), said, strict=True):
        files = {"file": a_file(sent["file"])} if "file" in sent else {}
        response = desk.post(PASTE.replace("/en/", f"/{language}/"), {**sent, **files})
        form = response.context["form"]
        assert response.status_code == 422
        assert [str(error)[: len(words)] for error in form.errors[field]] == [words]
        assert (form["text"].value() or "") == sent.get("text", "").replace("\u200b", "")
        assert 'id="error-summary"' in response.content.decode()
    assert nothing_saved()


def test_more_than_any_form_takes_is_answered_in_words(desk):
    for language, words in [
        ("fi", "Tekstiä on liikaa"),
        ("sv", "Texten är för lång"),
        ("en", "too much text"),
    ]:
        response = read(desk, "x " * 2_500_000, language)
        assert response.status_code == 413
        assert words in words_of(response)


def test_another_language_is_pointed_out_and_left_to_the_person(desk):
    text = "Die Werkstatt findet am 27.3.2031 um 13–15 statt. Wir freuen uns auf Ihre Anmeldung und das Gespräch."
    response = read(desk, text)
    assert "neither Finnish, Swedish nor English" in words_of(response)
    assert response.context["check"].series["language"].value() == ""


def test_a_text_without_events_and_a_date_that_does_not_exist_are_pointed_out(desk):
    assert "No event with a date was found" in words_of(read(desk, "The report has been published."))
    response = read(desk, "Työpaja 31.6.2031 klo 13–15 (Teams). Tervetuloa kaikki kunnat mukaan.")
    assert "The text gives a date that does not exist." in words_of(response)
    assert desk.post(CHECK, sent_back(response)).status_code == 422
    assert nothing_saved()


def test_markup_in_the_text_is_shown_as_text_and_stays_text(desk):
    words = TO_COME.replace("Sharing", "<script>alert(1)</script>Sharing")
    page = read(desk, "Plain words first, so that this is no page. " * 60 + "\n\n" + words).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"text": ""},
        {"text": TO_COME, "given_language": "xx"},
        {"text": "x" * 500_000},
    ],
)
def test_a_forged_page_of_checking_leads_back_to_the_beginning(sent, desk):
    assert desk.get(CHECK)["Location"] == PASTE
    assert desk.post(CHECK, sent)["Location"] == PASTE


@pytest.mark.parametrize(
    "changes",
    [
        {"row": ["0", "0", "x", "-1", "999999999999"]},
        {"event-0-kind": "banquet"},
        {"event-0-mode": "telepathy"},
        {"event-0-number": "0"},
        {"event-0-title": "x" * 5000},
        {"event-0-venue_address": "x" * 5000},
        {"series-title": "a\0b"},
        {"series-language": "xx"},
        {"event-0-registration_closes_day": "2031-03-28"},
        {"event-0-end_time": "12:00"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_forged_or_impossible_values_save_nothing(changes, desk):
    response = desk.post(CHECK, sent_back(read(desk), **changes))
    assert response.status_code == 422
    assert nothing_saved()
