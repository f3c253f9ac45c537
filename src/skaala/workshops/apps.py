from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    name = "skaala.workshops"
    label = "workshops"

    def ready(self) -> None:
        from skaala.series.queries import word_uses
        from skaala.workshops import jobs  # noqa: F401  importing it joins the nightly forgetting
        from skaala.workshops.queries.own_words import is_perspective_used

        word_uses.also_used(is_perspective_used)
