from django.apps import AppConfig


class RegistrationConfig(AppConfig):
    name = "skaala.registration"
    label = "registration"

    def ready(self) -> None:
        from skaala.registration import letters  # noqa: F401  registers who composes them
