"""What the privacy notices and accessibility statements have to say, they say, and nothing that is not so."""

from __future__ import annotations

import html
import re

import pytest

from skaala.catalogue.operations.keepers import WAITS
from skaala.catalogue.rules.follow_ups import UNCONFIRMED_DAYS
from skaala.catalogue.rules.reporting import REPORTER_KEPT_DAYS
from skaala.ui.texts import Texts
from tests import cast

pytestmark = pytest.mark.django_db


def words(client, path: str) -> str:
    page = client.get(path).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)))


@pytest.fixture
def series():
    series = cast.a_series(
        controller_address="Toinen linja 14, 00530 Helsinki",
        data_protection_officer="tietosuoja@association.example",
        processors=Texts(fi="Videopuhelut: Puhelin Oy", en="Video calls: Puhelin Oy"),
    )
    cast.an_event(series)
    return series


def test_a_privacy_notice_names_all_that_article_13_asks(client, series, settings):
    settings.OPERATOR_NAME, settings.OPERATOR_EMAIL = "Skaala Service", "service@example.org"
    settings.OPERATOR_PROCESSORS, settings.LOG_DAYS, settings.BACKUP_DAYS = "Hosting Oy", 21, 1
    said = words(client, "/en/series/spring/privacy/")
    for part in [
        "Association (en)",
        "Toinen linja 14, 00530 Helsinki",
        "tietosuoja@association.example",
        "Skaala Service maintains this service",
        "service@example.org",
        "Hosting Oy",
        "Video calls: Puhelin Oy",
        "article 6(1)(e)",
        "article 9(2)(a)",
        "PO Box 800, 00531 Helsinki",
        "removed after 21 days",
        "overwritten within 1 day,",
    ]:
        assert part in said, part
    for subject in [
        "vote",
        "statement",
        "guest",
        "answers to the questions",
        "consent",
        "logs",
        "import a list",
    ]:
        assert subject in said, subject


def test_a_notice_without_them_says_whom_to_ask(client):
    cast.a_series()
    assert "has not named one. Ask the contact above" in words(client, "/en/series/spring/privacy/")


def test_what_the_notice_names_makes_a_new_version_of_it(client, series):
    from skaala.series.operations import save_series

    series.data_protection_officer = "Somebody else"
    save_series(series=series)
    series.refresh_from_db()
    assert series.notice_version == 2
    series.contact_name = "Somebody"
    save_series(series=series)
    series.refresh_from_db()
    assert series.notice_version == 2


@pytest.mark.parametrize("path", ["/en/privacy/", "/en/series/spring/privacy/"])
def test_nothing_promises_to_leave_no_trace_where_logs_are_kept(client, series, path):
    said = words(client, path)
    assert "no trace" not in said and "logs of the servers hold network addresses" in said
    assert not re.search(r"network address is not stored(?! with)", said)


@pytest.mark.parametrize("path", ["/{}/accessibility/", "/{}/series/spring/accessibility/"])
@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["partially compliant", "prepared on", "24 November 2026", "Enforcement procedure", "14 days", "Disproportionate burden"]),
        ("fi", ["täyttävät osittain", "24.11.2026", "Täytäntöönpanomenettely", "14 päivässä", "Kohtuuton rasite"]),
        ("sv", ["uppfyller delvis", "24.11.2026", "Tillsynsförfarande", "14 dagar", "Oproportionerlig börda"]),
    ],
)  # fmt: skip
def test_an_accessibility_statement_has_what_the_model_statement_asks(client, series, path, language, parts):
    said = words(client, path.format(language))
    for part in [*parts, "Traficom", "saavutettavuus@traficom.fi", "(EU) 2016/2102", "EN 301 549"]:
        assert part in said, part


def test_the_privacy_page_says_of_actions_what_the_program_keeps(client):
    page = client.get("/en/privacy/").content.decode()
    assert f"for at most {REPORTER_KEPT_DAYS} days" in page
    # Said in words: who changes these changes the page too.
    assert (
        (UNCONFIRMED_DAYS, WAITS.days) == (7, 30)
        and "deleted in a week" in page
        and "deleted in a month" in page
    )
    assert "only the editors of the catalogue see it" not in page  # contact persons are public
