"""A browser of the stage that has just sent the form of a series."""

from __future__ import annotations

from datetime import timedelta
from typing import Any


def sent_form(series: Any) -> dict[str, str]:
    """The cookie that such a browser holds; for the stage's whole life, so of a form that is sent in a while."""
    from django.http import HttpResponse, QueryDict
    from django.utils import timezone

    from skaala.site.registration.forms.sent_form import SentForm, remember

    response = HttpResponse()
    sent = SentForm(timezone.now() + timedelta(hours=3), "maija.meikalainen@exmaple.org", None, QueryDict(""))
    assert remember(response, sent, series)
    ((name, cookie),) = response.cookies.items()
    return {"sent_cookie": f"{name}={cookie.value}"}
