from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Has no tables; it is an app so that `migrate` can be the program's own."""

    name = "skaala.config"
    label = "config"
