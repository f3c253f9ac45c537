"""An organisation's own front page: who it is, its series and no other's, their reports, and what it adds to their statements."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skaala.people.models import Face
from skaala.reports.models import Report, Version
from skaala.ui.texts import Texts
from tests import cast

pytestmark = pytest.mark.django_db
PAGE = "/en/o/house/"


@pytest.fixture
def written():
    return Face.objects.create(
        tenant=cast.a_tenant(),
        introduction=Texts(
            en="We bring **towns** together.\n\n# What we do\n\n<b>Much</b>", fi="Kokoamme kunnat."
        ),
        contact=Texts(en="Registry: registry@example.org\nTelephone 09 771 1"),
        privacy=Texts(en="Our officer answers on weekdays."),
        accessibility=Texts(en="The caretaker knows the lift."),
    )


def shown(client, address: str = PAGE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_it_shows_who_they_are_and_their_own_public_series_alone(written, client):
    cast.an_event(cast.a_series(title=cast.texts("Coming")))
    past = cast.a_series("past", title=cast.texts("Long ago"))
    cast.an_event(past, now=cast.TODAY - timedelta(weeks=4000))
    cast.a_series("draft", status="draft", title=cast.texts("Secret draft"))
    cast.an_event(cast.a_series("other", tenant=cast.a_tenant("other"), title=cast.texts("Of others")))
    page = shown(client)
    assert "<strong>towns</strong>" in page and "<h2>What we do</h2>" in page and "<b>Much" not in page
    assert "Coming (en)" in page and 'href="mailto:registry@example.org"' in page
    assert page.index("Coming up") < page.index("Past series") < page.index("Long ago (en)")
    assert "Secret draft" not in page and "Of others" not in page
    assert "Of others" in shown(client, "/en/o/other/") and "towns" not in shown(client, "/en/o/other/")
    assert "Kokoamme kunnat." in shown(client, "/fi/o/house/")
    front = shown(client, "/en/")
    assert '<a href="/en/o/house/">Organisation house (en)</a>' in front and '"/en/o/other/"' in front
    assert '<a href="/en/o/house/">' in shown(client, "/en/series/spring/")
    assert "/sv/o/house/" in shown(client, "/sitemap.xml")


def test_where_nothing_is_public_there_is_no_page(client):
    tenant = cast.a_tenant()
    assert client.get(PAGE).status_code == client.get("/en/o/nobody/").status_code == 404
    cast.a_series(status="draft")
    assert client.get(PAGE).status_code == 404
    Face.objects.create(tenant=tenant, introduction=Texts(en="Soon."))
    assert "Soon." in shown(client) and "No series has been announced" in shown(client)
    assert "/o/house/" not in shown(client, "/en/")


def test_it_shows_reports_and_none_that_was_withdrawn(written, client):
    report = Report.objects.create(series=cast.a_series())
    version = Version(report=report, number=1, published_at=cast.TODAY, contents={}, snapshot={})
    version.save()
    assert '<a href="/en/series/spring/report/">' in shown(client)
    Version.objects.update(replaced_at=cast.TODAY)
    client.get("/en/o/house/?anew=1")
    assert '<a href="/en/series/spring/report/">' not in shown(client, "/en/o/house/?anew=1")


def test_what_it_adds_to_statements_is_in_those_of_its_series(written, client):
    cast.a_series()
    cast.a_series("other", tenant=cast.a_tenant("other"))
    for page, words in [
        ("privacy", "Our officer answers on weekdays."),
        ("accessibility", "The caretaker knows the lift."),
    ]:
        assert words in shown(client, f"/en/series/spring/{page}/")
        assert words not in shown(client, f"/en/series/other/{page}/")
        assert words not in shown(client, f"/en/{page}/")


def test_it_changes_at_once_though_it_is_kept(written, client):
    cast.a_series()
    assert "We bring" in shown(client)
    Face.objects.update(introduction=Texts(en="Something else."))
    assert "Something else." in shown(client)
    cast.a_series("new", title=cast.texts("Brand new"))
    assert "Brand new (en)" in shown(client)
