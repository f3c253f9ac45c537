from django.apps import AppConfig


class SeriesConfig(AppConfig):
    name = "skaala.series"
    label = "series"
