from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "skaala.site"
    label = "site"

    def ready(self) -> None:
        from skaala.site import own_board_data  # noqa: F401  joins the file of one's own data
