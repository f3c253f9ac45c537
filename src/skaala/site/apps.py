from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "skaala.site"
    label = "site"
