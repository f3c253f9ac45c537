from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PlacesConfig(AppConfig):
    name = "skaala.places"
    label = "places"

    def ready(self) -> None:
        post_migrate.connect(load_facts_after_migrating, sender=self)


def load_facts_after_migrating(**_: Any) -> None:
    """Load the table of facts whenever the tables have been brought up to date, also in a test database."""
    from skaala.places.operations import load_facts

    load_facts()
