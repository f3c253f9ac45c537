from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "skaala.desk"
    label = "desk"
