"""The app of the common pages: what must be in place before any form is made."""

from __future__ import annotations

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "skaala.ui"

    def ready(self) -> None:
        from skaala.ui.messages import replace_sentences

        replace_sentences()
