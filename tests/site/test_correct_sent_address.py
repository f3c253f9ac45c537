"""The browser that has sent the form sees where the email went, and can correct a mistyped address for half an hour."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from skaala.mail.models import Email
from skaala.registration.links.personal import make_token
from skaala.registration.models import Registration
from skaala.registration.operations import forget_person
from skaala.series.models import Series
from skaala.site.registration.forms import sent_form
from tests.cast import a_series
from tests.site.test_register import REGISTER, filled_in, series

__all__ = ["series"]
pytestmark = pytest.mark.django_db
WRONG, RIGHT = "maija@exmaple.org", "maija@example.org"


def sends(client: Client, series: Series, address: str = WRONG, **changes: object) -> str:
    """Register, and return the address of the answer."""
    answer = client.post(REGISTER, filled_in(series, email=address, **changes))
    assert answer.status_code == 302
    return answer["Location"]


def corrects(client: Client, where: str, address: str = RIGHT) -> str:
    answer = client.post(where, {"address": address}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def active() -> list[str]:
    return sorted(Registration.objects.filter(cancelled_at=None).values_list("email", flat=True))


def test_it_is_shown_and_corrected_and_the_link_that_went_astray_ends(client, series):
    where = sends(client, series)
    assert f"<strong>{WRONG}</strong>" in client.get(where).content.decode()
    astray = make_token(Registration.objects.get())
    assert f"<strong>{RIGHT}</strong>" in corrects(client, where)
    assert active() == [RIGHT]
    assert Email.objects.filter(to_address=RIGHT, kind="registration.link").count() == 1
    assert client.get(f"/fi/r/{astray}/").status_code != 200
    corrects(client, where, "maija@another.example")
    assert active() == ["maija@another.example"]


def test_the_page_is_the_same_where_the_address_had_registered_before(client, series):
    other = Client()
    sends(other, series)
    Registration.objects.update(name="Somebody else")
    where = sends(client, series)
    # The form's own word of when it was sent apart, nothing differs: neither the page nor what the browser keeps.
    assert client.get(where).content == other.get(where).content
    kept, others = (len(each.cookies[f"skaala-sent-{series.pk}"].value) for each in (client, other))
    assert abs(kept - others) <= 64
    assert f"<strong>{RIGHT}</strong>" in corrects(client, where)
    assert dict(Registration.objects.values_list("email", "name")) == {
        WRONG: "Somebody else",
        RIGHT: "Maija Mayor",
    }


def test_who_had_registered_with_the_right_address_keeps_that_registration(client, series):
    sends(Client(), series, RIGHT, name="Maija before")
    Registration.objects.update(link_sent_at=timezone.now() - timedelta(hours=1))
    where = sends(client, series)
    assert f"<strong>{RIGHT}</strong>" in corrects(client, where)
    assert active() == [RIGHT]
    assert Registration.objects.get(cancelled_at=None).name == "Maija before"
    assert Email.objects.filter(to_address=RIGHT, kind="registration.link").exists()


def test_it_is_for_this_browser_and_half_an_hour(client, series, monkeypatch):
    where = sends(client, series)
    stranger = Client().get(where)
    assert (stranger.status_code, stranger["Location"]) == (
        302,
        where.replace("/registered/sent/", "/registered/"),
    )
    monkeypatch.setattr(sent_form, "KEPT_FOR", timedelta(0))
    assert client.post(where, {"address": RIGHT}).status_code == 302
    assert active() == [WRONG]


def test_what_was_sent_in_one_series_is_not_corrected_in_another(client, series):
    a_series("autumn", published_at=timezone.now() - timedelta(days=1))
    where = sends(client, series)
    assert client.post(where.replace("/spring/", "/autumn/"), {"address": RIGHT}).status_code == 302
    assert active() == [WRONG]


def test_a_wrong_address_again_is_named_and_typed_text_stays(client, series):
    where = sends(client, series)
    answer = client.post(where, {"address": "maija@@example.org"})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert 'value="maija@@example.org"' in html
    assert "kaksi @-merkkiä" in html
    assert re.search(r"<details[^>]* open", html)
    assert active() == [WRONG]


def test_nobody_corrects_without_end(client, series):
    where = sends(client, series)
    answers = [client.post(where, {"address": f"m{n}@example.org"}).status_code for n in range(4)]
    assert answers == [302, 302, 302, 429]


def test_who_has_been_removed_since_is_not_registered_anew(client, series):
    where = sends(client, series)
    forget_person(registration=Registration.objects.get(), now=timezone.now())
    assert client.post(where, {"address": RIGHT}).status_code == 422
    assert not Registration.objects.exists()


def test_a_form_that_is_too_long_to_be_kept_is_answered_as_before(client, series, monkeypatch):
    monkeypatch.setattr(sent_form, "MOST_BYTES", 100)
    where = sends(client, series)
    assert "/registered/?" in where
    assert client.get(where).status_code == 200


def test_who_chose_what_was_full_reads_it_on_the_answer(client, series):
    first, _closing = series.events.all()
    first.capacity_online = 0
    first.save()
    html = client.get(sends(client, series)).content.decode()
    assert html.count("Sinut lisätään jonotuslistalle") == 1
