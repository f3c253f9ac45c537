from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "skaala.people"
    label = "people"

    def ready(self) -> None:
        # Importing them registers the composers of emails, and what the worker does.
        from skaala.people import emails, jobs  # noqa: F401
