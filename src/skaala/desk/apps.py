from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "skaala.desk"
    label = "desk"

    def ready(self) -> None:
        from skaala.desk.frame import test_email  # noqa: F401  registers who composes the test email
