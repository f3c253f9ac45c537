"""Who comes: finding people, one person, the files for a spreadsheet."""

import csv
import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from skaala.mail.models import Email
from skaala.registration import links
from skaala.registration.links.personal import make_token
from skaala.registration.models import Registration
from tests import cast

PAGE = "/en/desk/series/spring/registrations/"


@pytest.fixture
def series(desk):
    series = cast.a_series()
    cast.an_event(series)
    cast.a_closing_event(series)
    return series


@pytest.fixture
def people(series):
    """Maija comes to all online, Calle of a company to the closing event on site."""
    closing = series.events.last()
    return [
        cast.a_registration(series, role="Mayor"),
        cast.a_registration(
            series,
            closing,
            mode="onsite",
            email="calle@example.org",
            name="Calle Consultant",
            organisation_kind="company",
            organisation="Oy Ab",
            now=cast.TODAY + timedelta(hours=1),
            diet="vegan",
            consents_to_diet=True,
        ),
    ]


def names(desk, **query) -> list[str]:
    return [row["registration"].name for row in desk.get(PAGE, query).context["rows"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Calle Consultant", "Maija Mayor"]),
        ({"search": "maija"}, ["Maija Mayor"]),
        ({"search": "CONSULT oy"}, ["Calle Consultant"]),
        ({"search": "akaa mayor"}, ["Maija Mayor"]),
        ({"search": "nobody"}, []),
        ({"search": "x" * 10_000}, ["Calle Consultant", "Maija Mayor"]),
        ({"event": "workshop-1"}, ["Maija Mayor"]),
        ({"event": "closing", "mode": "onsite"}, ["Calle Consultant"]),
        ({"mode": "online"}, ["Maija Mayor"]),
        ({"organisation_kind": "company"}, ["Calle Consultant"]),
        ({"event": "another-series-event", "mode": "telepathy"}, ["Calle Consultant", "Maija Mayor"]),
        ({"sort": "-name"}, ["Maija Mayor", "Calle Consultant"]),
        ({"sort": "created"}, ["Maija Mayor", "Calle Consultant"]),
        ({"sort": "password"}, ["Maija Mayor", "Calle Consultant"]),
        ({"page": "99"}, ["Calle Consultant", "Maija Mayor"]),
        ({"page": "none"}, ["Calle Consultant", "Maija Mayor"]),
    ],
    ids=str,
)
def test_people_are_found_and_sorted(query, found, people, desk):
    assert names(desk, **query) == found


def test_links_that_sort_keep_the_search_and_turn_the_order_around(people, desk):
    context = desk.get(
        PAGE, {"search": "a", "event": "closing", "mode": "", "sort": "name", "page": "1"}
    ).context
    hrefs = {column["label"]: column["href"] for column in context["columns"] if column["href"]}
    assert hrefs["Name"] == "?search=a&event=closing&sort=-name"
    assert hrefs["Registered"] == "?search=a&event=closing&sort=created"
    assert context["query"] == "search=a&event=closing&sort=name"


def test_fifty_people_are_on_a_page(series, desk):
    Registration.objects.bulk_create(
        Registration(
            series=series, name=f"N{number}", email=f"{number}@example.org",
            email_normalised=f"{number}@example.org", organisation_kind="other", language="fi",
            notice_version=1, created_at=cast.TODAY, updated_at=cast.TODAY,
        )
        for number in range(51)
    )  # fmt: skip
    assert (len(names(desk)), len(names(desk, page=2))) == (50, 1)


def test_the_list_takes_the_same_queries_for_one_person_and_three(series, count_queries, desk):
    cast.a_registration(series)
    for_one = count_queries(PAGE)
    for number in (2, 3):
        cast.a_registration(series, email=f"{number}@example.org", organisation_kind="network")
    assert count_queries(PAGE) == for_one


def test_one_person_s_page_shows_all_but_their_link(people, desk):
    _maija, calle = people
    page = desk.get(f"{PAGE}{calle.pk}/").content.decode()
    for word in (
        "calle@example.org",
        "Oy Ab",
        "vegan",
        "Closing event",
        "on site",
        "dietary needs",
        "version 1",
    ):
        assert word in page
    assert make_token(calle) in links.personal_url(calle)
    assert make_token(calle) not in page
    assert "http://testserver/fi/r/••••••••/" in page


def test_the_link_is_sent_again_but_not_at_once(people, desk):
    maija, _calle = people
    Registration.objects.update(link_sent_at=cast.TODAY - timedelta(days=3000))
    address = f"{PAGE}{maija.pk}/link/"
    assert "The link is on its way." in desk.post(address, follow=True).content.decode()
    assert "less than ten minutes ago" in desk.post(address, follow=True).content.decode()
    assert Email.objects.filter(kind="registration.link", to_address=maija.email).count() == 1


def test_a_renewed_link_ends_the_old_one(people, desk, client):
    maija, _calle = people
    old = links.personal_url(maija)
    assert client.get(old).status_code == 200
    desk.post(f"{PAGE}{maija.pk}/link/", {"renew": "1"})
    assert client.get(old).status_code != 200
    maija.refresh_from_db()
    assert client.get(links.personal_url(maija)).status_code == 200


def test_a_cancelled_person_gets_no_link(people, desk):
    maija, _calle = people
    Registration.objects.filter(pk=maija.pk).update(cancelled_at=cast.TODAY)
    desk.post(f"{PAGE}{maija.pk}/link/", {"renew": "1"})
    assert not Email.objects.filter(kind="registration.link").exists()
    assert "/link/" not in desk.get(f"{PAGE}{maija.pk}/").content.decode()


# --- Files -------------------------------------------------------------------------------------------------


def exported(desk, **query) -> list[list[str]]:
    response = desk.get(f"{PAGE}export/", {"as": "csv", **query})
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "no-store" in response["Cache-Control"]
    assert response.content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


def test_a_file_has_a_row_a_person_and_a_column_an_event(people, desk):
    heads, calle, maija = exported(desk)
    assert heads == [
        "Name",
        "Email",
        "Kind of organisation",
        "Organisation",
        "Role",
        "Language",
        "Workshop 1",
        "Closing event",
        "Registered",
    ]
    assert maija[:8] == [
        "Maija Mayor",
        "maija@example.org",
        "Municipality or joint municipal authority",
        "Akaa",
        "Mayor",
        "fi",
        "online",
        "online",
    ]
    assert calle[3:8] == ["Oy Ab", "", "fi", "", "on site"]


def test_a_file_holds_what_was_searched_for(people, desk):
    assert [row[0] for row in exported(desk, search="maija", sort="name")] == ["Name", "Maija Mayor"]


def test_an_address_with_nul_is_no_search(people, desk):
    assert desk.get(PAGE, {"search": "a\x00b"}).status_code == 400


def test_diet_is_in_a_file_of_its_own_alone(people, desk):
    assert "vegan" not in str(exported(desk))
    heads, calle = exported(desk, what="needs")
    assert heads == ["Name", "Workshop 1", "Closing event", "Diet", "Accessibility needs"]
    assert calle == ["Calle Consultant", "", "on site", "vegan", ""]


def test_the_caterer_gets_diets_and_numbers_and_no_names(people, series, desk):
    closing = series.events.last()
    for number, diet in enumerate(["Vegan", "vegan ", "no fish", ""]):
        cast.a_registration(
            series,
            closing,
            mode="onsite",
            email=f"guest-{number}@example.org",
            name=f"Guest {number}",
            diet=diet,
            consents_to_diet=True,
        )
    waiting = Registration.objects.get(email="guest-2@example.org")
    waiting.attendances.update(
        state="waiting", waits_for="onsite", waiting_since=cast.TODAY, waiting_number=1
    )
    rows = exported(desk, what="catering")
    assert rows == [
        ["Event", "Diet", "People"],
        ["Closing event", "Everybody on site", "4"],
        ["Closing event", "vegan", "3"],
    ]
    assert "what=catering" in desk.get(PAGE).content.decode()


def test_accessibility_needs_of_people_online_and_waiting_are_listed(people, series, desk):
    captions = "Tekstitys, kirjoitustulkki"
    Registration.objects.filter(email="maija@example.org").update(accessibility_needs=captions)
    waiting = cast.a_registration(
        series, series.events.last(), mode="onsite", email="w@example.org", name="Wilma"
    )
    Registration.objects.filter(pk=waiting.pk).update(accessibility_needs="Ramp")
    waiting.attendances.update(
        state="waiting", waits_for="onsite", waiting_since=cast.TODAY, waiting_number=1
    )
    listed = {row[0]: row[1:] for row in exported(desk, what="needs")[1:]}
    assert listed["Maija Mayor"] == ["online", "online", "", captions]
    assert listed["Wilma"] == ["", "on site (waiting list)", "", "Ramp"]


def test_a_workbook_holds_the_same_as_text(people, desk):
    Registration.objects.filter(email="maija@example.org").update(name="=1+1", role="\x07bell")
    response = desk.get(f"{PAGE}export/", {"as": "xlsx"})
    sheet = load_workbook(io.BytesIO(response.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[2][0] == "=1+1"  # a cell of text; no apostrophe is needed
    assert rows[2][4] == "bell"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    assert "-registrations-" in response["Content-Disposition"]


@pytest.mark.parametrize("character", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize("before", ["", " ", "  ", "\u00a0", "\t", "\u200b", "\ufeff "])
def test_nothing_that_begins_like_a_formula_reaches_a_spreadsheet(character, before, people, desk):
    name = f"{before}{character}cmd|' /C calc'!A0"
    Registration.objects.filter(email="maija@example.org").update(name=name)
    cells = [row[0] for row in exported(desk, sort="created")]
    assert cells[1].startswith("'")


def test_a_semicolon_a_quote_or_a_line_break_stays_in_its_cell(people, desk):
    Registration.objects.filter(email="maija@example.org").update(name='A;"B"\nC')
    assert [row[0] for row in exported(desk)][2] == 'A;"B"\nC'


def test_a_file_takes_the_same_queries_for_one_person_and_three(series, count_queries, desk):
    cast.a_registration(series)
    for_one = count_queries(f"{PAGE}export/?as=csv")
    for number in (2, 3):
        cast.a_registration(series, email=f"{number}@example.org")
    assert count_queries(f"{PAGE}export/?as=csv") == for_one
