from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "skaala.reports"
    label = "reports"
