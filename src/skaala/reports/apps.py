from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "skaala.reports"
    label = "reports"

    def ready(self) -> None:
        from skaala.reports import forgetting, letters  # noqa: F401  joins the nightly forgetting; composes its letter
        from skaala.reports.queries_commitments import shown_on
        from skaala.workshops.frames import also_shows

        also_shows("commitments", shown_on)
