"""Emails about roles and sharing name what they are about: none calls a single event a series."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.utils import timezone

from skaala.mail.models import Email
from skaala.mail.renderers.emails import compose
from skaala.people.rules import Role
from skaala.series.models import Series, SeriesPartner
from skaala.series.operations import end_sharing
from skaala.series.operations.partners import tell_removed
from skaala.ui.texts import Texts
from tests import cast
from tests.desk.test_series_roles import give
from tests.desk.test_sharing import OFFER, SPRING
from tests.desk.test_single_event_words import WORDS

pytestmark = pytest.mark.django_db


def speaks_of_a_series(kind: str) -> list[str]:
    """Return what the latest email of a kind says of a series, in any of the three languages."""
    email = Email.objects.filter(kind=f"series.{kind}").latest("created_at")
    found = []
    for email.language, words in WORDS.items():
        written = compose(email)
        page = unescape(re.sub(r"(?s)<style\b.*?</style>|<[^>]*>", " ", written.html))
        read = re.sub(r"https?://\S+", "", f"{written.subject} {written.text} {page}")
        found += words.findall(read)
    return found


def test_no_email_about_roles_or_sharing_calls_an_event_a_series(desk):
    series = cast.a_series(title=Texts(fi="Avajaiset", sv="Invigning", en="Opening"))
    cast.an_event(series)
    olga = cast.a_member(Role.OWNER, "olga2@example.org")
    partner = cast.a_tenant("partner", name=cast.texts("The partner"))
    petra = cast.a_member(Role.OWNER, "petra@example.org", tenant=partner)
    for role in ("organiser", "analyst"):
        give(desk, address=f"{role}@example.org", role=role)
        assert speaks_of_a_series("role_invitation") == []
    desk.post(SPRING + "roles/share/", OFFER)
    assert speaks_of_a_series("partner_offered") == []
    tell_removed(series=series, by=olga, now=timezone.now())
    assert speaks_of_a_series("partner_removed") == []
    end_sharing(sharing=SeriesPartner.objects.get(), by=petra, now=timezone.now())
    desk.post(SPRING + "roles/share/", OFFER)
    desk.post(f"{SPRING}roles/share/{SeriesPartner.objects.latest('pk').pk}/end/")
    assert speaks_of_a_series("partner_ended") == []  # the offer is withdrawn
    shared = cast.a_partner(series, partner)
    tell_removed(series=series, by=olga, now=timezone.now())
    assert speaks_of_a_series("partner_removed") == []
    end_sharing(sharing=shared, by=olga, now=timezone.now())
    assert speaks_of_a_series("partner_ended") == []
    assert Series.objects.get().is_single
