from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "skaala.desk"
    label = "desk"

    def ready(self) -> None:
        from skaala.desk import letters  # noqa: F401  registers who composes the test letter
