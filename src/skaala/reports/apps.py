from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "skaala.reports"
    label = "reports"

    def ready(self) -> None:
        # Importing them registers the composers of emails, and what is forgotten at night.
        from skaala.reports import emails, jobs  # noqa: F401
        from skaala.reports.commitments.queries import shown_on
        from skaala.reports.queries.own_words import is_in_report
        from skaala.series.queries import word_uses
        from skaala.workshops.presenters.frames import also_shows

        also_shows("commitments", shown_on)
        word_uses.also_used(is_in_report)
