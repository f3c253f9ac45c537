from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "skaala.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        # Importing them registers the composers of emails, and what is forgotten at night.
        from skaala.catalogue import emails, jobs  # noqa: F401
