"""Fills the database of the browser tests; run by `house` as a program of its own, in the house's environment.

On top of the demo stand the states that it does not show: a draft, a series with nothing in it, one that has everything
in one language only, people with personal links in every state, and a letter of each kind. What the tests need to know
of all this is printed as JSON.
"""

from __future__ import annotations

import json
import uuid
from datetime import datetime, timedelta
from typing import Any

from skaala.config import environment

LANGUAGES = ("fi", "sv", "en")
LONG_WORD = "Kestävyystoimenpidesuunnitelmavalmisteluryhmänpuheenjohtajisto"


def main() -> None:
    """Fill the database and say what is in it."""
    environment.set_up()
    environment.prepare()
    from django.utils import timezone

    from skaala.demo import announced_2023
    from skaala.demo.load import load_demo
    from skaala.series.models import Series

    now = timezone.now()
    load_demo(now=now)
    coming = Series.objects.get(copied_from__slug=announced_2023.SLUG)
    known: dict[str, Any] = {"past": announced_2023.SLUG, "coming": coming.slug}
    known |= {event.slug.replace("-", "_"): event.pk for event in coming.events.all()}
    known |= _series_in_other_states(now)
    known |= _people(coming, now)
    known |= _a_narrow_hall(now)
    known["join_urls"] = list(coming.events.values_list("join_url", flat=True))
    known |= _board(coming, now)
    known["organisers"] = _organisers()
    known |= _for_the_desk(coming)
    known |= _reports(now)
    known["letters"] = _letters() | known.pop("narrow_letters")
    print(json.dumps(known))


def _series_in_other_states(now: datetime) -> dict[str, Any]:
    from skaala.places.models import Venue
    from skaala.series.models import Material, ProgrammeItem, Update
    from skaala.series.preview import make_preview_key
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


def _people(coming: Any, now: datetime) -> dict[str, Any]:
    from skaala.registration.operations import cancel_registration
    from skaala.registration.personal_link import make_token
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
    # A link is sent again at most once in ten minutes; these have had their last letter an hour ago.
    an_hour_ago = now - timedelta(hours=1)
    for way in ("javascript", "plain", "stranger"):
        for language in LANGUAGES:
            address = f"liisa.{language}.{way}@example.org"
            cast.a_registration(coming, workshop, now=an_hour_ago, language=language, email=address)
    return {
        "token": make_token(paula),
        "cancelled_token": make_token(gone),
        "onsite_token": make_token(onsite),
        "person": str(paula.pk),
    }


def _a_narrow_hall(now: datetime) -> dict[str, Any]:
    """A series with a hall too small for all, an event cancelled and one moved: places, waiting lists and their letters."""
    from skaala.mail.compose import compose
    from skaala.mail.models import Letter
    from skaala.registration import operations
    from skaala.registration.models import Registration
    from skaala.registration.operations.write import Choice
    from skaala.registration.personal_link import make_token
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
        for kind in ("event_changed", "event_cancelled", "message", "reminder"):
            letter = Letter.objects.get(kind=f"registration.{kind}", correspondence__registration=person)
            written[f"{kind}-{language}"] = compose(letter).html
    promoted = Letter.objects.get(kind="registration.promoted")
    mover = promoted.correspondence.registration
    for language in LANGUAGES:
        promoted.language = language
        Registration.objects.filter(pk=mover.pk).update(language=language)
        written[f"promoted-{language}"] = compose(promoted).html
    return {
        "narrow": narrow.slug,
        "narrow_hall": hall.pk,
        "waiting_token": make_token(others[1]),
        "narrow_letters": written,
    }


def _board(coming: Any, now: datetime) -> dict[str, Any]:
    """The demo's open board, on which Paula has begun and Uuno has not."""
    from skaala.registration.models import Registration
    from skaala.registration.personal_link import make_token
    from skaala.workshops.models import Board, Statement
    from skaala.workshops.operations import Chosen, enter
    from tests import cast

    board = Board.objects.select_related("event__series").get(event__series=coming)
    paula = Registration.objects.get(email="paula@example.org")
    enter(board=board, registration=paula, chosen=Chosen("receiver"), now=now)
    uuno = cast.a_registration(coming, board.event, now=now, name="Uuno Uusi", email="uuno@example.org")
    shown = board.statements.filter(state=Statement.State.SHOWN)
    return {
        "code": board.code,
        "fresh_token": make_token(uuno),
        "prompt": str(board.prompts.earliest("order").pk),
        "statement": str(shown.earliest("number").pk),
    }


def _organisers() -> dict[str, str]:
    """An account for each language, since an account may be tried ten times in ten minutes only."""
    from tests import cast

    for language in LANGUAGES:
        cast.an_organiser(f"olga-{language}@example.org", language=language)
    cast.an_organiser("oskar@example.org", name="Oskar Organiser")
    return {"password": cast.PASSWORD, "cookie": "oskar@example.org"}


def _for_the_desk(coming: Any) -> dict[str, Any]:
    from skaala.actions.models import StudyFinding, SupportMeasure
    from skaala.series.models import Material, Series

    odd = Series.objects.get(slug="kirjava")
    return {
        "update": coming.updates.get().pk,
        "material": Material.objects.filter(series=odd).earliest("pk").pk,
        "letter": str(_letter_of(coming).pk),
        "study": (finding := StudyFinding.objects.earliest("pk")).study_id,
        "study_finding": finding.pk,
        "measure": SupportMeasure.objects.earliest("pk").pk,
    }


def _reports(now: datetime) -> dict[str, Any]:
    """A second version of the demo's report with an edited finding, and a report that gave way to a note."""
    from skaala.demo import announced_2023
    from skaala.reports import operations
    from skaala.reports.models import Report
    from skaala.reports.operations import FindingWords
    from skaala.series.models import Series
    from skaala.ui.texts import Texts

    report = Report.objects.get(series__slug=announced_2023.SLUG)
    finding = report.findings.filter(kind="shared_view").first()
    words = FindingWords(
        title=Texts(fi=f"Muokattu: {LONG_WORD}", sv="Redigerad"), text=finding.text, memo="Tarkista"
    )
    operations.save_finding(report=report, finding=finding, words=words)
    finding.edited_shares[0]["share"] -= 7  # as if votes had come since
    finding.save()
    operations.publish_report(report=report, now=now)
    odd = operations.begin_report(Series.objects.get(slug="kirjava"))
    own = FindingWords(title=Texts(fi="Oma havainto"), text=Texts())
    made = operations.save_finding(report=odd, kind="next_step", words=own)
    operations.set_published(findings=[made], is_published=True)
    version = operations.publish_report(report=odd, now=now)
    operations.replace_version(version=version, note=Texts(), now=now, publish_anew=False)
    return {"finding": str(finding.pk), "theme": report.series.themes.earliest("pk").key}


def _letter_of(series: Any) -> Any:
    from skaala.mail.models import Letter

    return Letter.objects.filter(correspondence__registration__series=series).latest("created_at")


def _letters() -> dict[str, str]:
    """One letter of each kind about a registration in each language, as HTML, by kind and language."""
    from skaala.mail.compose import compose
    from skaala.mail.models import Letter
    from skaala.registration.models import Registration

    about = Registration.objects.get(email="paula@example.org")
    letter = Letter.objects.filter(correspondence__registration=about).get()
    written = {}
    for kind in ("confirmation", "changed", "link", "cancelled"):
        for language in LANGUAGES:
            about.language = letter.language = language
            Registration.objects.filter(pk=about.pk).update(language=language)
            letter.kind = f"registration.{kind}"
            written[f"{kind}-{language}"] = compose(letter).html
    Registration.objects.filter(pk=about.pk).update(language="fi")
    for language in LANGUAGES:
        written[f"test-{language}"] = compose(Letter(kind="desk.test", language=language)).html
    return written


if __name__ == "__main__":
    main()
