from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "skaala.actions"
    label = "actions"
