from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    name = "skaala.workshops"
    label = "workshops"
