"""An action that a next step of the simulated closing event became: the step leads to it, and it to what came of it."""

from __future__ import annotations

from datetime import date, datetime

from skaala.catalogue import operations
from skaala.catalogue.models import Action
from skaala.demo.action_of_2023 import Spread, publish_spread
from skaala.demo.closing_2023 import NEW_STEPS
from skaala.series.models import Event, Series
from skaala.ui.texts import Texts
from skaala.workshops.models import Statement

OWNER = "710"
NAME = Texts(
    fi="Yhteyshenkilö jokaiselle teolle",
    sv="En kontaktperson för varje åtgärd",
    en="A contact person for every action",
)
SUMMARY = Texts(
    fi="Kunta nimeää jokaiselle teolle yhteyshenkilön ja sijaisen, jotka vastaavat muiden kuntien kysymyksiin viikossa.",
    sv="Kommunen utser för varje åtgärd en kontaktperson och en ersättare, som svarar på andra kommuners frågor inom en vecka.",
    en="The municipality names a contact and a deputy for each action; they answer questions from other municipalities within a week.",
)
SPREAD: Spread = (
    ("091", ("interested", date(2023, 6, 1)), ("in_use", date(2024, 1, 1))),
    ("749", ("interested", date(2023, 10, 1)), ("piloting", date(2024, 9, 1))),
)


def load_action_of_a_step(*, series: Series, now: datetime) -> None:
    """Make the action of the step that the closing event itself wrote, once its results are public."""
    step = (
        Statement.objects.filter(
            board__event__series=series,
            board__event__kind=Event.Kind.CLOSING_EVENT,
            text=NEW_STEPS.partition("\n")[0],
        )
        .select_related("board__event__series", "root")
        .first()
    )
    if step is None or Action.objects.filter(statement=step).exists():
        return
    action = operations.action_from_statement(statement=step, now=now)
    action.name, action.summary, action.goals = NAME, SUMMARY, [16, 17]
    action.scaling = Action.Scaling.MAINSTREAMING
    publish_spread(action, OWNER, SPREAD, now=now)
