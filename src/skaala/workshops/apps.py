from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    name = "skaala.workshops"
    label = "workshops"

    def ready(self) -> None:
        from skaala.workshops import forgetting  # noqa: F401  joins the nightly forgetting
