"""Fills the database of the browser tests; run by `house` as a program of its own, in the house's environment.

On top of the demo stand the states that it does not show: a draft, a series with nothing in it, one that has everything
in one language only, people with personal links in every state, and an email of each kind. What the tests need to know
of all this is printed as JSON.
"""

from __future__ import annotations

import json
import uuid
from datetime import datetime, timedelta
from typing import Any

from skaala.config import environment
from tests.browser import stage_boards, stage_catalogue, stage_emails, stage_roles
from tests.browser.stage_boards import LONG_WORD

LANGUAGES = ("fi", "sv", "en")


def main() -> None:
    """Fill the database and say what is in it."""
    environment.set_up()
    environment.prepare()
    from django.utils import timezone

    from skaala.demo import series_2023
    from skaala.demo.load import load_demo
    from skaala.people.models import Tenant
    from skaala.series.models import Series

    now = timezone.now()
    load_demo(now=now, people=60)
    Tenant.objects.update(slug="house")  # what tests.cast adds below belongs to the same organisation
    coming = Series.objects.get(copied_from__slug=series_2023.SLUG)
    known: dict[str, Any] = {"past": series_2023.SLUG, "coming": coming.slug}
    known |= {event.slug.replace("-", "_"): event.pk for event in coming.events.all()}
    known |= _series_in_other_states(now)
    known |= _people(coming, now)
    known |= _a_narrow_hall(now)
    known["join_urls"] = list(coming.events.values_list("join_url", flat=True))
    known |= _at_the_door(coming, now)
    known |= _an_event_that_is_over(now)
    known |= stage_boards.open_board(coming, now)
    known |= stage_boards.boards_in_other_states(now)
    known["organisers"] = organisers = _organisers()
    opened = ("member", "member_invitation", "member_accepts", "new_password", "passkey")
    known |= {name: organisers[name] for name in opened}
    known |= _for_the_desk(coming)
    known |= stage_roles.known(coming)
    known |= stage_boards.closing_event(now)
    known |= stage_boards.a_full_room(now)
    known |= stage_boards.reports(now)
    known |= stage_catalogue.known()
    known |= _ways_to_come(Series.objects.get(slug=known["odd"]), now)
    known["emails"] = (
        stage_emails.emails()
        | stage_catalogue.emails()
        | stage_roles.emails()
        | known.pop("narrow_emails")
        | known.pop("feedback_emails")
    )
    print(json.dumps(known))


def _series_in_other_states(now: datetime) -> dict[str, Any]:
    from skaala.places.models import Venue
    from skaala.series.links import make_preview_key
    from skaala.series.models import Material, ProgrammeItem, Update
    from skaala.ui.texts import Texts
    from tests import cast

    draft = cast.a_series("luonnos", status="draft", title=cast.texts("A draft series"))
    cast.an_event(draft, 1, now=now)
    cast.a_series("tyhja", title=cast.texts("A series without events"), published_at=now)

    odd = cast.a_series(
        "kirjava",
        title=Texts(fi=f"Kirjava sarja: {LONG_WORD}"),
        summary=Texts(fi="Kaikkea mahdollista, vain suomeksi."),
        introduction=Texts(
            fi=f"Ensin **tämä**.\n\n- yksi\n- kaksi\n\n## Väliotsikko\n\n{LONG_WORD} [linkki](https://example.org/)"
        ),
        basis=Texts(fi="> Lainaus\n\n1. eka\n2. toka"),
        instructions=Texts(fi="Tule sellaisena kuin olet."),
        privacy_details=Texts(fi="Tässä sarjassa otetaan **kuvia**."),
        contact_name="Kaisa Kontakti",
        contact_phone="+358 40 123 4567",
        published_at=now - timedelta(days=30),
    )
    hall = Venue.objects.create(
        tenant=cast.a_tenant(),
        name=Texts(fi="Kulttuuritalo"),
        street="Sturenkatu 4",
        postal_code="00510",
        city=Texts(fi="Helsinki", sv="Helsingfors"),
        directions=Texts(fi="Esteetön sisäänkäynti on **pihan** puolella."),
    )
    running = cast.an_event(odd, 1, now=now, start=now - timedelta(hours=1), end=now + timedelta(days=1))
    cast.an_event(odd, 2, now=now, registration_closes=now - timedelta(days=2))
    cast.an_event(odd, 3, now=now, registration_opens=now + timedelta(days=3))
    onsite = cast.an_event(
        odd, 4, now=now, mode="onsite", venue=hall, is_recorded=True, title=Texts(fi=LONG_WORD)
    )
    for hour, speaker in enumerate(["Liisa Luennoitsija", ""]):
        start = onsite.start + timedelta(minutes=30 * hour)
        ProgrammeItem.objects.create(
            event=onsite,
            start=start,
            end=start + timedelta(minutes=25),
            title=Texts(fi="Puhe"),
            speaker=speaker,
        )
    Material.objects.create(
        series=odd, title=Texts(fi="Tausta-aineisto"), url="https://example.org/tausta.pdf"
    )
    Material.objects.create(
        series=odd, event=onsite, title=Texts(fi="Diat"), url="https://example.org/diat.pdf"
    )
    Update.objects.create(
        series=odd, title=Texts(fi="Uutinen"), body=Texts(fi="Paikka *vaihtui*."), published_at=now
    )
    return {
        "draft": draft.slug,
        "preview_key": make_preview_key(draft),
        "empty": "tyhja",
        "odd": odd.slug,
        "running": running.slug,
        "onsite": onsite.slug,
    }


def _ways_to_come(odd: Any, now: datetime) -> dict[str, Any]:
    """Questions of every kind, invitations that hold and one that does not, a table looked at and one imported."""
    from skaala.registration import operations
    from skaala.registration.links.invitation import make_token
    from skaala.registration.links.personal import make_token as make_personal_token
    from skaala.registration.models import Answer, Question
    from skaala.registration.rules import Choice
    from skaala.ui.texts import Texts
    from tests import cast

    onsite = odd.events.get(number=4)
    asked = {}
    for kind, options in [("choice", ["Juna", "Bussi"]), ("several", ["Aamu", "Ilta"])]:
        asked[kind] = operations.save_question(
            question=Question(series=odd, label=Texts(fi=f"Kysymys ({kind})?"), kind=kind),
            options=[Texts(fi=one) for one in options],
        )
    for kind in ("text", "number", "yes_no"):
        asked[kind] = operations.save_question(
            question=Question(
                series=odd,
                label=Texts(fi=f"Kysymys ({kind})?"),
                help_text=Texts(fi="Ohje."),
                kind=kind,
                shown_if=asked["choice"] if kind == "text" else None,
                shown_if_value="2" if kind == "text" else "",
                event=onsite if kind == "yes_no" else None,
                is_required=kind != "number",
            ),
            options=[],
        )
    asker = cast.a_registration(
        odd,
        odd.events.get(number=1),
        now=now - timedelta(days=3),
        name="Vesa Vastaaja",
        email="vesa@example.org",
    )
    given = {"choice": "2", "several": ["1", "2"], "text": "Seuraan.", "number": "3.5", "yes_no": True}
    Answer.objects.bulk_create(
        Answer(registration=asker, question=asked[kind], value=value) for kind, value in given.items()
    )
    late = odd.events.get(number=2)
    links = [
        operations.make_invitation(
            series=odd, events=[late], note=note, most_uses=5, expires_at=None, account=None, now=now
        )
        for note in ("Hallitus", "Peruttu")
    ]
    operations.revoke_invitation(invitation=links[1], now=now)
    rows = [
        ["Nimi", "Sähköposti", "Kunta"],
        ["Anna", "anna@example.org", "Akaa"],
        ["Benni", "benni(at)", "Akaa"],
    ]
    tables = [
        operations.keep_table(
            series=odd,
            rows=rows,
            name=name,
            choices=[Choice(late.pk, "online")],
            language="fi",
            account=None,
            now=now,
        )
        for name in ("osallistujat.xlsx", "vanhat.csv")
    ]
    tables[1].rows = [rows[0], ["Cecilia", "cecilia@example.org", "Esbo"], ["Benni", "benni(at)", "Akaa"]]
    tables[1].save()
    operations.start_import(file=tables[1], sends_emails=False, now=now)
    return {
        "question": asked["choice"].pk,
        "answerer_token": make_personal_token(asker),
        "invitation": make_token(links[0]),
        "ended_invitation": make_token(links[1]),
        "table": str(tables[0].pk),
        "done_table": str(tables[1].pk),
    }


def _people(coming: Any, now: datetime) -> dict[str, Any]:
    from skaala.registration.links import addition, joining, messages
    from skaala.registration.links.personal import make_token
    from skaala.registration.operations import cancel_registration, choose_messages
    from skaala.registration.rules import Choice
    from tests import cast

    workshop = coming.events.get(slug="tyopaja-1")
    paula = cast.a_registration(
        coming,
        mode="",
        now=now,
        name="Paula Paikalla",
        email="paula@example.org",
        role="Ympäristöpäällikkö",
        diet="Kasvis",
        consents_to_diet=True,
        accessibility_needs="Induktiosilmukka",
        consents_to_accessibility=True,
    )
    gone = cast.a_registration(coming, workshop, now=now, name="Kalle Kotona", email="kalle@example.org")
    cancel_registration(registration=gone, now=now)
    onsite = cast.a_registration(
        coming,
        coming.events.get(slug="lopputilaisuus"),
        mode="onsite",
        now=now,
        email="pia@example.org",
        name="Pia Paikalla",
    )
    consenting = cast.a_registration(
        coming, mode="", now=now, email="kaisa@example.org", diet="Gluteeniton", consents_to_diet=True
    )
    # A link is sent again at most once in ten minutes; these have had their last email an hour ago.
    an_hour_ago = now - timedelta(hours=1)
    for way in ("javascript", "plain", "stranger"):
        for language in LANGUAGES:
            address = f"liisa.{language}.{way}@example.org"
            cast.a_registration(coming, workshop, now=an_hour_ago, language=language, email=address)
    silent = cast.a_registration(coming, workshop, now=now, email="hilja@example.org")
    choose_messages(registration=silent, wanted=False, now=now)
    return {
        "token": make_token(paula),
        "consent_token": make_token(consenting),
        "cancelled_token": make_token(gone),
        "onsite_token": make_token(onsite),
        "messages_token": messages.make_token(onsite),
        "silent_token": make_token(silent),
        "silent_messages_token": messages.make_token(silent),
        "addition_token": addition.make_token(onsite, [Choice(workshop.pk, "online")]),
        "join_token": joining.make_token(paula.attendances.get(event=workshop)),
        "onsite_join_token": joining.make_token(onsite.attendances.get()),
        "person": str(paula.pk),
        "cancelled_person": str(gone.pk),
    }


def _a_narrow_hall(now: datetime) -> dict[str, Any]:
    """A series with a hall too small for all, an event cancelled and one moved: places, waiting lists and their emails."""
    from skaala.mail.models import Email
    from skaala.mail.renderers.emails import compose
    from skaala.registration import operations
    from skaala.registration.links.personal import make_token
    from skaala.registration.models import Registration
    from skaala.registration.operations.write import Choice
    from tests import cast

    narrow = cast.a_series("ahdas", title=cast.texts("A series in a narrow hall"), published_at=now)
    hall = cast.a_closing_event(narrow, now=now)
    cancelled, moved = cast.an_event(narrow, 1, now=now), cast.an_event(narrow, 2, now=now)
    operations.set_capacity(event=hall, capacities={"onsite": 1}, now=now)
    people = {
        language: cast.a_registration(
            narrow, email=f"hilla.{language}@example.org", mode="online", language=language, now=now
        )
        for language in LANGUAGES
    }
    first, *others = (
        cast.a_registration(narrow, hall, email=f"{name}@example.org", mode="onsite", now=now)
        for name in ("eka", "toka", "kolmas")
    )
    operations.cancel_registration(registration=first, now=now)  # toka moves up
    operations.cancel_event(event=cancelled, reason=cast.texts("The speaker is ill"), now=now)
    moved.start, moved.end = moved.start + timedelta(days=1), moved.end + timedelta(days=1)
    operations.change_event(event=moved, capacities={}, now=now)
    operations.write_to_participants(
        mailing_id=uuid.uuid4(),
        series=narrow,
        to=Choice(),
        subject=cast.texts("Hello"),
        body=cast.texts("**Words** of the organiser"),
        now=now,
    )
    operations.queue_due_reminders(now=moved.start - timedelta(hours=1))
    written = {}
    for language, person in people.items():
        for kind, like in stage_emails.WRITTEN.items():
            email = Email.objects.get(kind=f"registration.{kind}", registration_email__registration=person)
            written[f"{kind}-{language}"] = compose(email).html
            if like:
                email.kind = like
                written[f"{like.split('.')[1]}-{language}"] = compose(email).html
    promoted = Email.objects.get(kind="registration.promoted")
    for language in LANGUAGES:
        promoted.language = language
        Registration.objects.filter(pk=promoted.registration_email.registration_id).update(language=language)
        written[f"promoted-{language}"] = compose(promoted).html
    return {
        "narrow": narrow.slug,
        "narrow_hall": hall.pk,
        "waiting_token": make_token(others[1]),
        "narrow_emails": written,
    }


def _at_the_door(coming: Any, now: datetime) -> dict[str, Any]:
    """Links for helpers at the closing event, one of them ended, and an entrance code."""
    from skaala.registration import operations
    from skaala.registration.links.check_in import make_code, make_helper_token
    from skaala.registration.models import Attendance

    closing = coming.events.get(slug="lopputilaisuus")
    door, ended = (
        operations.give_helper_link(event=closing, label=label, ends_with_event=True, now=now)
        for label in ("Pääovi", "Takaovi")
    )
    operations.end_helper_link(link=ended, now=now)
    pia = Attendance.objects.get(registration__email="pia@example.org", event=closing)
    return {
        "helper_token": make_helper_token(door),
        "ended_helper_token": make_helper_token(ended),
        "entrance_code": make_code(pia),
    }


def _an_event_that_is_over(now: datetime) -> dict[str, Any]:
    """An event of yesterday: who came and who did not, its open questions, and one of last month with results."""
    from skaala.mail.models import Email
    from skaala.mail.renderers.emails import compose
    from skaala.registration import operations
    from skaala.registration.links.personal import make_token
    from skaala.registration.models import FeedbackSurvey, Registration
    from skaala.registration.operations.ask_feedback import close_due_surveys, queue_due_requests
    from skaala.registration.operations.check_in import note_from_list
    from skaala.series.models import Event
    from skaala.ui.texts import Texts
    from tests import cast

    over = cast.a_series("ohi", title=cast.texts("A series that is over"), published_at=now)
    events = [cast.an_event(over, number, now=now) for number in (1, 2)]
    people = [
        cast.a_registration(over, email=f"mukana.{name}@example.org", now=now)
        for name in ("a", "b", "c", "d", "e", "f")
    ]
    for event, days in zip(events, (1, 30), strict=True):
        end = now - timedelta(days=days)
        Event.objects.filter(pk=event.pk).update(
            start=end - timedelta(hours=2), end=end, registration_closes=None
        )
        event.refresh_from_db()
        lines = [person.email for person in people[1:]]
        note_from_list(event=event, mode="online", lines=lines, noted_by=None, now=event.start)
        operations.set_questions(
            event=event,
            introduction=cast.texts("Tell us"),
            days=7,
            sends_email=days == 1,
            questions=[
                operations.QuestionDraft("scale", cast.texts("How useful was it"), Texts()),
                operations.QuestionDraft("choice", cast.texts("Which part"), Texts(fi="alku\nloppu")),
                operations.QuestionDraft("words", cast.texts("What else"), Texts()),
            ],
        )
        survey = FeedbackSurvey.objects.get(event=event)
        ids = survey.questions.values_list("pk", flat=True)
        for number, person in enumerate(people[1:], 1):
            if days == 30 or number == 1:
                said = dict(zip(ids, (number, 1 + number % 2, f"Kiitos {number}"), strict=True))
                operations.answer_feedback(
                    registration=person, event=event, answers=said, now=event.end + timedelta(hours=2)
                )
    close_due_surveys(now=now)
    queue_due_requests(now=now)
    email = Email.objects.filter(kind="registration.feedback").latest("created_at")
    written, person = {}, email.registration_email.registration
    for language in LANGUAGES:
        email.language = language
        Registration.objects.filter(pk=person.pk).update(language=language)
        written[f"feedback-{language}"] = compose(email).html
    return {
        "over": over.slug,
        "over_event": events[0].pk,
        "came_token": make_token(people[2]),
        "answered_token": make_token(people[1]),
        "missed_token": make_token(people[0]),
        "feedback_emails": written,
    }


def _organisers() -> dict[str, str]:
    """An account for each language, since an account may be tried ten times in ten minutes only."""
    from django.utils import timezone

    from skaala.people.links import make_token, new_password_url
    from skaala.people.operations import invite_member
    from skaala.people.rules import Role
    from tests import cast

    for language in LANGUAGES:
        cast.an_organiser(f"olga-{language}@example.org", language=language)
    oskar = cast.an_organiser("oskar@example.org", name="Oskar Organiser")
    forgetful = cast.an_organiser("forgetful@example.org", name="Fanni Forgetful")
    _directories()
    looked_at, accepted = (
        invite_member(
            tenant=cast.a_tenant(),
            address=f"{name.lower()}@example.org",
            name=f"Inka {name}",
            role=Role.ANALYST,
            language="fi",
            invited_by=oskar,
            now=timezone.now(),
        )
        for name in ("Invited", "Accepts")
    )
    return {
        "password": cast.PASSWORD,
        "cookie": "oskar@example.org",
        "member": str(oskar.memberships.get().pk),
        "passkey": _a_passkey(oskar),
        "member_invitation": make_token(looked_at),
        "member_accepts": make_token(accepted),
        "new_password": new_password_url(forgetful, "fi").rstrip("/").rsplit("/", 1)[1],
    }


def _a_passkey(account: Any) -> str:
    from django.utils import timezone

    from skaala.people.models import Passkey

    made = Passkey.objects.create(
        account=account, name="Työpuhelin", credential_id=b"none", public=b"", created_at=timezone.now()
    )
    return str(made.pk)


def _directories() -> None:
    """A directory that does not answer, and an organisation whose owner sets one up in tests/browser/test_directory.py."""
    from skaala.people.models import Directory
    from skaala.people.operations import save_directory
    from skaala.people.rules import Role
    from tests import cast

    silent = Directory(tenant=cast.a_tenant(), is_on=True, issuer="http://127.0.0.1:1", client_id="skaala")
    groups = {"/skaala/omistajat": Role.OWNER, "0b1ee5c4-7f5d-4a55-9d43-9c6d2c7a3c11": Role.READER}
    save_directory(directory=silent, secret="secret", domains=["esimerkki.fi"], groups=groups)
    town = cast.a_tenant("kunta", name=cast.texts("Kunta"))
    cast.a_member(Role.OWNER, "outi@example.org", tenant=town, name="Outi Owner")


def _for_the_desk(coming: Any) -> dict[str, Any]:
    from skaala.evidence.models import StudyFinding, SupportMeasure
    from skaala.series.models import Material, Series
    from tests import cast

    odd = Series.objects.get(slug="kirjava")
    return {
        "own_bottleneck": cast.a_bottleneck(coming.tenant).slug,
        "update": coming.updates.get().pk,
        "material": Material.objects.filter(series=odd).earliest("pk").pk,
        "email": str(_email_of(coming).pk),
        "study": (finding := StudyFinding.objects.earliest("pk")).study_id,
        "study_finding": finding.pk,
        "measure": SupportMeasure.objects.earliest("pk").pk,
    }


def _email_of(series: Any) -> Any:
    from skaala.mail.models import Email

    return Email.objects.filter(registration_email__registration__series=series).latest("created_at")


if __name__ == "__main__":
    main()
