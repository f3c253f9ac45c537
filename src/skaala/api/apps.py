from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "skaala.api"
    label = "api"
