from django.apps import AppConfig


class RegistrationConfig(AppConfig):
    name = "skaala.registration"
    label = "registration"

    def ready(self) -> None:
        # Importing them registers the composers of emails, and what is forgotten at night.
        from skaala.registration import emails, jobs  # noqa: F401
        from skaala.registration.queries.seats import WHAT_IS_FULL
        from skaala.series.queries import public_version

        public_version.depends_on("full", WHAT_IS_FULL)
