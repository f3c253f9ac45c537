from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class EvidenceConfig(AppConfig):
    name = "skaala.evidence"
    label = "evidence"

    def ready(self) -> None:
        post_migrate.connect(load_bottlenecks_after_migrating, sender=self)


def load_bottlenecks_after_migrating(**_: Any) -> None:
    """Load the bottlenecks that come with the program whenever the tables have been brought up to date."""
    from skaala.evidence.operations import load_bottlenecks

    load_bottlenecks()
