"""What the templates of a person's own pages are given."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, TypedDict

from skaala.registration.models import Answer, Consent, Question, Registration
from skaala.series.models import Series
from skaala.site.announcement.presenters.pages import EventPage
from skaala.site.personal.presenters import Workspace

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class AttendedRow(TypedDict):
    """An event that the person attends or waits for; the addresses and the picture are empty where there is none."""

    page: EventPage
    mode: str
    place: str
    join_token: str
    state: str
    is_cancelled: bool
    waiting_list_position: int | None
    waits_for: str
    other_way: str
    may_step_off: bool
    code_svg: str
    code_url: str
    has_come: bool
    asks_feedback: bool
    board_url: str


class PersonalPage(TypedDict):
    """What `site/personal/page.html` is given."""

    registration: Registration
    series: Series
    token: str
    attended: list[AttendedRow]
    has_certificate: bool
    has_place: bool
    workspace: Workspace | None
    has_outcome: bool
    forget_on: str
    answers: list[Answer]
    unanswered: list[Question]
    may_change: bool
    may_cancel: bool
    openings: list[tuple[datetime, StrOrPromise, StrOrPromise, str]]
    """Who has looked at the person's details: when, what, in which role, of which organisation."""
    messages_url: str
    """Where they let messages of the organiser come again; empty for who gets them."""
    consents: list[Consent]
    """Those that they can withdraw."""
    is_withdrawn: bool
    is_same: bool
    is_changed: bool
    is_unchanged: bool
