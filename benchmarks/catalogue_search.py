"""How long the list of actions takes, searched, filtered and sorted, with 500 and 5,000 actions; on a scratch database."""

from __future__ import annotations

import json
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.stage import clean_environment

ACTIONS = (500, 5_000)
EACH = 20
REPEATS = 9
QUESTIONS = {
    "all": "",
    "one word": "q=kaukolämpö",
    "another language": "q=district+heating",
    "a compound's part": "q=hulevesi",
    "three words": "q=koulu+energia+säästö",
    "nothing found": "q=zzzz",
    "theme and size": "theme=energy&size=small",
    "nearest": "place=Utajärvi&sort=near",
    "well documented": "sort=documented",
    "10,000 characters": f"q={'kaukolämpö+' * 900}",
}


def measure(actions: tuple[int, ...] = ACTIONS) -> list[dict[str, Any]]:
    """Return the median milliseconds of each question by the number of actions."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.catalogue_search", *map(str, actions)],
            env=clean_environment(
                DJANGO_SETTINGS_MODULE="skaala.config.settings",
                SKAALA_SECRET_KEY=secrets.token_urlsafe(48),
                SKAALA_ALLOWED_HOSTS="localhost,testserver",
                SKAALA_BASE_URL="http://localhost",
                SKAALA_DATA_DIR=str(Path(folder) / "var"),
            ),
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=1800,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(f"The scratch catalogue could not be searched:\n{done.stderr[-3000:]}")
    found: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return found


def main(sizes: list[int]) -> None:
    """Fill a scratch catalogue step by step and ask it; print the figures as JSON."""
    from skaala.config import environment

    environment.set_up()
    environment.prepare()
    from django.test import Client
    from django.utils import timezone

    from skaala.demo.load import load_demo

    now = timezone.now()
    load_demo(now=now, people=0, boards=False)
    client, figures = Client(headers={"host": "localhost"}), []
    for size in sizes:
        _fill(size, now)
        asked = {name: _page_ms(client, question, size) for name, question in QUESTIONS.items()}
        medians = {name: median for name, (median, _least) in asked.items()}
        figures.append(
            {
                "actions": size,
                "search_ms": medians,
                "slowest_ms": max(medians.values()),
                # What else runs on the machine makes times longer, never shorter.
                "slowest_at_best_ms": max(least for _median, least in asked.values()),
                "action_page_ms": _action_ms(client),
            }
        )
    sys.stdout.write(json.dumps(figures) + "\n")


def _fill(size: int, now: Any) -> None:
    """Make actions of the words of the demo's own until there are so many, with adoptions."""
    from django.db import connection

    from skaala.catalogue.models import Action, Adoption
    from skaala.catalogue.operations.index import index_action
    from skaala.places.models import Municipality
    from skaala.ui.texts import Texts

    models = list(Action.objects.filter(state="published").defer("search").order_by("pk")[:300])
    places = list(Municipality.objects.values_list("pk", flat=True))
    held = Action.objects.count()
    for number in range(held, size):
        one, other = models[number % len(models)], models[(number * 7 + 3) % len(models)]
        action = Action(
            slug=f"bench-{number}", state="published", published_at=now, created_at=now, updated_at=now
        )
        action.owner_id = places[number % len(places)]
        action.name = Texts.from_dict({code: f"{text} {number}" for code, text in one.name.as_dict().items()})
        action.summary, action.steps, action.effects = other.summary, one.steps or one.summary, other.effects
        action.themes, action.goals, action.status = one.themes, other.goals, one.status or "running"
        action.adopters, action.documented = number * 13 % 60, number * 29 % 100
        action.save()
        index_action(action=action)
        Adoption.objects.bulk_create(
            Adoption(action=action, municipality_id=places[(number * 31 + step * 17) % len(places)], stage="in_use",
                     since=now.date(), running_since=now.date())
            for step in range(EACH)
        )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _page_ms(client: Any, question: str, size: int) -> tuple[float, float]:
    """Return the median and the least milliseconds of a page of the list."""
    seconds = []
    for repeat in range(REPEATS + 1):
        begun = time.perf_counter()
        # An address that nobody has asked for yet, so that no kept page answers.
        answer = client.get(f"/fi/actions/?{question}&n={size}-{repeat}", secure=True)
        seconds.append(time.perf_counter() - begun)
        assert answer.status_code in {200, 302}, answer.status_code
    return round(1000 * statistics.median(seconds[1:]), 1), round(1000 * min(seconds[1:]), 1)


def _action_ms(client: Any) -> float:
    from skaala.catalogue.models import Action

    seconds = []
    for slug in Action.objects.order_by("pk").values_list("slug", flat=True)[: 2 * REPEATS]:
        begun = time.perf_counter()
        assert client.get(f"/fi/actions/{slug}/?n={slug}", secure=True).status_code == 200
        seconds.append(time.perf_counter() - begun)
    return round(1000 * statistics.median(seconds), 1)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
