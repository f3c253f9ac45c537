from django.apps import AppConfig


class SeriesConfig(AppConfig):
    name = "skaala.series"
    label = "series"

    def ready(self) -> None:
        # Importing it registers the composers of emails.
        from skaala.series import emails  # noqa: F401
