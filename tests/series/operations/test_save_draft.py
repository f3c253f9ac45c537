"""An announcement becomes a draft series, whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from skaala.announcement import read_announcement
from skaala.config.commands.draft import command
from skaala.people.models import Organisation
from skaala.places.models import Venue
from skaala.series import rules
from skaala.series.models import Event, Series
from skaala.series.operations import UnableToSaveDraft, save_draft
from skaala.series.rules import drafting, drafts
from skaala.ui.texts import Texts
from tests.cast import TODAY, a_tenant, a_venue, an_organisation

pytestmark = pytest.mark.django_db
HELSINKI = ZoneInfo("Europe/Helsinki")
THE_ANNOUNCEMENT = Path(__file__).parents[2] / "announcement" / "corpus" / "tuned_01_kuntien_skaalaus.txt"


def the_draft_of_2023() -> drafts.DraftedSeries:
    text = THE_ANNOUNCEMENT.read_text(encoding="utf-8")
    return drafting.draft_series(read_announcement(text, published=date(2023, 3, 6)))


def a_drafted_event(**changes: object) -> drafts.DraftedEvent:
    event = drafts.DraftedEvent(
        kind="workshop",
        number=1,
        title="Sharing",
        start=datetime(2030, 3, 27, 13, tzinfo=HELSINKI),
        end=datetime(2030, 3, 27, 15, tzinfo=HELSINKI),
        mode="online",
    )
    return replace(event, **changes)  # type: ignore[arg-type]


def a_draft(*events: drafts.DraftedEvent, **changes: object) -> drafts.DraftedSeries:
    drafted = drafts.DraftedSeries("Spring series", "en", events=events or (a_drafted_event(),))
    return replace(drafted, **changes)  # type: ignore[arg-type]


def on_the_clock(instant: datetime | None) -> str:
    return f"{instant.astimezone(HELSINKI):%-d.%-m.%Y %-H.%M}" if instant else ""


def test_the_announcement_of_2023_gives_its_four_events() -> None:
    series = save_draft(drafted=the_draft_of_2023(), tenant=a_tenant(), now=TODAY)
    assert (series.status, series.title) == (
        "draft",
        Texts(fi="Tapahtumasarja kuntien kestävyystoimien skaalauksen vauhdittamiseksi"),
    )
    seen = [
        (
            event.kind,
            event.number,
            on_the_clock(event.start),
            on_the_clock(event.end),
            event.mode,
            event.platform,
            event.perspective,
            on_the_clock(event.registration_closes),
            str(event.venue or ""),
            event.programme_pending,
        )
        for event in series.events.all()
    ]
    assert seen == [
        ("workshop", 1, "27.3.2023 13.00", "27.3.2023 15.00", "online", "Teams", "receiver", "27.3.2023 0.00", "", False),
        ("workshop", 2, "29.3.2023 13.00", "29.3.2023 15.00", "online", "Teams", "pioneer", "29.3.2023 0.00", "", False),
        ("workshop", 3, "30.3.2023 9.00", "30.3.2023 11.00", "online", "Teams", "network", "30.3.2023 0.00", "", False),
        ("closing_event", None, "10.5.2023 10.00", "10.5.2023 15.00", "hybrid", "", "everyone", "",
         "Kuntatalo, Toinen linja 14, 00530 Helsinki", True),
    ]  # fmt: skip
    assert [str(part.organisation) for part in series.involvements.all()] == [
        "Kuntaliitto",
        "ympäristöministeriön Kestävä kaupunki -ohjelma",
    ]


def test_what_is_known_is_taken_and_not_made_again() -> None:
    association = an_organisation(name=Texts(fi="Kuntaliitto", sv="Kommunförbundet"))
    venue = a_venue()
    series = save_draft(drafted=the_draft_of_2023(), tenant=a_tenant(), now=TODAY)
    again = save_draft(drafted=the_draft_of_2023(), tenant=a_tenant(), now=TODAY)
    assert next(part.organisation for part in series.involvements.all()) == association
    assert {event.venue for event in Event.objects.exclude(venue=None)} == {venue}
    assert (Organisation.objects.count(), again.slug) == (2, f"{series.slug}-2")


def test_two_events_at_one_new_place_make_it_once() -> None:
    at_the_library = {
        "mode": "onsite",
        "venue_name": "Library",
        "venue_address": "Main street 1, 00100 Helsinki",
    }
    save_draft(
        drafted=a_draft(a_drafted_event(**at_the_library), a_drafted_event(number=2, **at_the_library)),
        tenant=a_tenant(),
        now=TODAY,
    )
    assert str(Venue.objects.get()) == "Library, Main street 1, 00100 Helsinki"


def test_another_street_is_another_place() -> None:
    a_venue()
    elsewhere = {"mode": "onsite", "venue_name": "Kuntatalo", "venue_address": "Kauppakatu 1, 65100 Vaasa"}
    save_draft(drafted=a_draft(a_drafted_event(**elsewhere)), tenant=a_tenant(), now=TODAY)
    assert Venue.objects.count() == 2


@pytest.mark.parametrize(
    ("events", "hindrance"),
    [
        ([], drafts.Hindrance(drafts.Lack.NO_EVENTS)),
        ([{"end": None}], drafts.Hindrance(drafts.Lack.NO_END, 0)),
        ([{}, {"number": 2, "start": date(2030, 3, 28)}], drafts.Hindrance(drafts.Lack.NO_TIME_OF_START, 1)),
        ([{"mode": ""}], drafts.Hindrance(drafts.Lack.NO_MODE, 0)),
        ([{}, {"number": 2, "mode": "onsite"}], drafts.Hindrance(rules.Problem.VENUE_MISSING, 1)),
        ([{}, {}], drafts.Hindrance(rules.Problem.NUMBER_TAKEN, 1)),
        (
            [{"registration_closes": datetime(2030, 3, 28, tzinfo=HELSINKI)}],
            drafts.Hindrance(rules.Problem.DEADLINE_AFTER_START, 0),
        ),
        (
            [{}, {"number": 2, "end": datetime(2030, 3, 27, 13, tzinfo=HELSINKI)}],
            drafts.Hindrance(rules.Problem.END_BEFORE_START, 1),
        ),
    ],
)  # fmt: skip
def test_what_is_not_whole_leaves_nothing_behind(
    events: list[dict[str, object]], hindrance: drafts.Hindrance
) -> None:
    drafted = a_draft(organisers=("Somebody new",))
    drafted = replace(drafted, events=tuple(a_drafted_event(**changes) for changes in events))
    with pytest.raises(UnableToSaveDraft) as refusal:
        save_draft(drafted=drafted, tenant=a_tenant(), now=TODAY)
    assert refusal.value.hindrances == [hindrance]
    assert not (Series.objects.exists() or Organisation.objects.exists() or Venue.objects.exists())


def test_all_that_hinders_is_said_at_once() -> None:
    wrong = [a_drafted_event(number=number, mode="onsite") for number in (1, 2)]
    with pytest.raises(UnableToSaveDraft) as refusal:
        save_draft(drafted=a_draft(*wrong), tenant=a_tenant(), now=TODAY)
    assert [hindrance.event for hindrance in refusal.value.hindrances] == [0, 1]


def test_the_command_saves_nothing_of_half_a_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Työpaja 27.3.2030 klo 13, Teams", encoding="utf-8")
    result = CliRunner().invoke(command, [str(file), "--save"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Event 1 has no end. The text gives no time of ending." in result.stderr
    assert not Series.objects.exists()
