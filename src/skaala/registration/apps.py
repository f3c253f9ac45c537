from django.apps import AppConfig


class RegistrationConfig(AppConfig):
    name = "skaala.registration"
    label = "registration"

    def ready(self) -> None:
        from skaala.registration import forgetting, letters  # noqa: F401  registers who composes them, and who forgets
