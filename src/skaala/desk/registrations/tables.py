"""Registrations as tables to download."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.desk.frame.downloads import Table
from skaala.desk.frame.messages import event_label, mode_and_state, organisation_of
from skaala.registration.models import Attendance, Question, Registration
from skaala.registration.queries import loaded_attendances, presences
from skaala.registration.queries.questions import questions_with_answers
from skaala.registration.rules.check_in import Presence
from skaala.series.models import Series


def _question_head(question: Question) -> str:
    """Return a question as the head of its column, with its event and whether it is still asked."""
    head = f"{event_label(question.event)}: {question.label}" if question.event else str(question.label)
    return _("%(question)s (no longer asked)") % {"question": head} if question.retired_at else head


def people_table(series: Series, registrations: QuerySet[Registration]) -> Table:
    """Return who comes, one column an event and a question; without diet and accessibility needs, which few need to see."""
    events = list(series.events.all())
    questions = questions_with_answers(series)
    heads = [
        _("Name"),
        _("Email"),
        _("Kind of organisation"),
        _("Organisation"),
        pgettext("of a person", "Role"),
        _("Language"),
        *(event_label(event) for event in events),
        *(_question_head(question) for question in questions),
        _("Registered"),
    ]

    def rows() -> Iterable[Sequence[str]]:
        listed = list(registrations.prefetch_related("answers"))
        came = presences(listed, now=timezone.now())
        for registration in listed:
            given = {answer.question_id: answer.value for answer in registration.answers.all()}
            modes = {
                item.event_id: mode_and_state(item, came.get(item.pk, Presence.UNKNOWN))
                for item in loaded_attendances(registration)
            }
            yield [
                registration.name,
                registration.email,
                str(registration.get_organisation_kind_display()),
                organisation_of(registration),
                registration.role,
                registration.language,
                *(modes.get(event.pk, "") for event in events),
                *(
                    question.words(given[question.pk]) if question.pk in given else ""
                    for question in questions
                ),
                timezone.localtime(registration.created_at, series.zone).strftime("%Y-%m-%d %H:%M"),
            ]

    return Table(pgettext("file name", "registrations"), _("Registrations"), heads, rows())


def catering_table(series: Series, registrations: QuerySet[Registration]) -> Table:
    """Return for the caterer what to cook for each event: how many come, and their diets with how many have each; no names."""
    heads = [_("Event"), _("Diet"), _("People")]
    coming = Attendance.objects.filter(
        registration__in=registrations.order_by().values("pk"),
        state=Attendance.State.CONFIRMED,
        mode=Attendance.Mode.ONSITE,
    )

    def rows() -> Iterable[Sequence[str]]:
        for event in series.events.all():
            diets = Counter(
                " ".join(diet.split()).casefold()
                for diet in coming.filter(event=event).values_list("registration__diet", flat=True)
            )
            if diets:
                yield [event_label(event), _("Everybody on site"), str(diets.total())]
            for diet, people in sorted(diets.items()):
                if diet:
                    yield [event_label(event), diet, str(people)]

    return Table(pgettext("file name", "catering"), _("For the caterer"), heads, rows())


def needs_table(series: Series, registrations: QuerySet[Registration]) -> Table:
    """
    Return the diet and accessibility needs of everybody who has told any, with how they attend each event.

    Online participants and people on the waiting list are included: captions and interpreting are for them too.
    """
    events = list(series.events.all())
    with_needs = registrations.filter(~Q(diet="") | ~Q(accessibility_needs=""))
    heads = [_("Name"), *(event_label(event) for event in events), _("Diet"), _("Accessibility needs")]

    def rows() -> Iterable[Sequence[str]]:
        for registration in with_needs:
            modes = {
                item.event_id: mode_and_state(item, Presence.UNKNOWN)
                for item in loaded_attendances(registration)
            }
            if modes:
                cells = [modes.get(event.pk, "") for event in events]
                yield [registration.name, *cells, registration.diet, registration.accessibility_needs]

    return Table(pgettext("file name", "needs"), _("Diet and accessibility"), heads, rows())
