from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "skaala.people"
    label = "people"
