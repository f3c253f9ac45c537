from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "skaala.demo"
    label = "demo"
