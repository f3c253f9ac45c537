from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    name = "skaala.workshops"
    label = "workshops"

    def ready(self) -> None:
        from skaala.workshops import jobs  # noqa: F401  importing it joins the nightly forgetting
