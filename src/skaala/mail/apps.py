from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "skaala.mail"
    label = "mail"
