from django.apps import AppConfig


class RegistrationConfig(AppConfig):
    name = "skaala.registration"
    label = "registration"

    def ready(self) -> None:
        from skaala.registration import forgetting, letters  # noqa: F401  registers who composes them, and who forgets
        from skaala.registration.queries.seats import WHAT_IS_FULL
        from skaala.series import public_version

        public_version.depends_on("full", WHAT_IS_FULL)
