"""Eight years of invented adoptions of the invented actions: who took what up, from whom, and where it ended."""

from __future__ import annotations

import math
import random
from datetime import date, datetime

from skaala.catalogue import operations
from skaala.catalogue.models import Action, Adoption
from skaala.catalogue.operations import StageReport
from skaala.catalogue.queries.suggestions import lacking
from skaala.catalogue.rules.inexact_dates import InexactDate
from skaala.demo.actions import read_file
from skaala.evidence.models import Bottleneck
from skaala.places.models import Municipality
from skaala.places.queries.municipalities import municipalities
from skaala.ui.texts import Texts

MOST_ADOPTERS = 22
ADAPTED = Texts(
    fi="Aloitettiin yhdestä kohteesta ja tehtiin oma hankintamalli.",
    sv="Började med ett objekt och gjorde en egen upphandlingsmodell.",
    en="Began with one site and made a procurement model of its own.",
)


def load_adoptions(*, now: datetime) -> None:
    """Record the histories; the same ones every time; and what follows from them."""
    if Adoption.objects.exists():
        return
    chance = random.Random(2018)  # noqa: S311  not for secrets
    places = list(municipalities(year=now.year))
    reasons = {one.slug: one for one in Bottleneck.objects.all()}
    stops = {(one.cells[0], one.name.get("fi")): one.cells[8] for one in read_file("invented_actions.txt")}
    invented = (
        Action.objects.filter(is_simulated=True, owner__isnull=False).select_related("owner").order_by("pk")
    )
    for action in invented:
        assert action.owner is not None
        reason = reasons.get(
            stops.get((action.owner.pk, action.name.get("fi")), ""), reasons["no-staff-time"]
        )
        wish = chance.paretovariate(1.1)
        count = 0 if action.is_over else min(MOST_ADOPTERS, round(2 * wish))
        _spread(action, action.owner, places, count, reason, chance, today=now.date(), now=now)
        operations.count_adopters(action=action)
    operations.work_out(now=now)


def _spread(
    action: Action,
    owner: Municipality,
    places: list[Municipality],
    count: int,
    reason: Bottleneck,
    chance: random.Random,
    *,
    today: date,
    now: datetime,
) -> None:
    """Let ``count`` municipalities take it up, near ones and those of like size sooner, each from somebody who has it."""
    teachers = [owner]
    first = action.began_on.year if action.began_on else today.year - 3
    others = sorted(
        (one for one in places if one.pk != owner.pk), key=lambda one: _reluctance(owner, one, chance)
    )
    others = [one for one in others if not lacking(action, one)]
    for number, place in enumerate(others[:count]):
        year = min(today.year - 1, first + 1 + number * max(1, today.year - first - 1) // max(1, count))
        begin = date(year, chance.randint(1, 12), 1)
        teacher = min(teachers, key=lambda one: _far(one, place))
        history = _history(begin, teacher, reason, chance, today=today)
        operations.record_history(
            action=action, municipality=place, reports=history, now=now, is_simulated=True
        )
        if history[-1].stage in {"in_use", "embedded"}:
            teachers.append(place)


def _history(
    begin: date, teacher: Municipality, reason: Bottleneck, chance: random.Random, *, today: date
) -> list[StageReport]:
    """Return the steps of one municipality, as far as it came by today."""
    ends = chance.random() < 0.22
    stages = ["interested", "assessing", "piloting", "in_use", "embedded"][
        : chance.choice([1, 2, 3, 4, 4, 4, 5])
    ]
    months, found = 0, []
    for stage in stages:
        when = _later(begin, months)
        if when > today:
            break
        found.append(
            StageReport(
                stage=stage,
                when=InexactDate(when, "month"),
                learned_from=teacher if stage == stages[0] else None,
                adapted=ADAPTED if stage == "in_use" and chance.random() < 0.4 else Texts(),
                units_reached=3 if stage == "piloting" else None,
                units_total=12 if stage == "piloting" else None,
                units="schools" if stage == "piloting" else "",
            )
        )
        months += chance.randint(3, 9)
    if not found:
        found = [
            StageReport(
                stage="interested", when=InexactDate(date(today.year, 1, 1), "year"), learned_from=teacher
            )
        ]
    when = _later(begin, months)
    if ends and when <= today:
        is_running = found[-1].stage in {"piloting", "in_use", "embedded"}
        stage = "stopped" if is_running else "declined"
        found.append(StageReport(stage=stage, when=InexactDate(when, "month"), reason=reason))
    return found


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def _reluctance(owner: Municipality, other: Municipality, chance: random.Random) -> float:
    size = abs(math.log(max(1, owner.population) / max(1, other.population)))
    return _far(owner, other) / 100 + size + 2.5 * chance.random()


def _far(one: Municipality, other: Municipality) -> float:
    """Kilometres, nearly."""
    north = (one.centre_lat - other.centre_lat) * 111
    east = (one.centre_lon - other.centre_lon) * 50
    return math.hypot(north, east)
