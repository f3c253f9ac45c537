"""The pages' door: a WSGI application for any server that speaks it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skaala.config.settings")
if os.environ.get("SKAALA_SUPERVISED"):
    # Under `skaala serve` a web process must not outlive the server that made it and still hold its port.
    from skaala.config.supervise import end_with_parent

    end_with_parent()
_django = get_wsgi_application()

from skaala.site.kept_pages import Door  # noqa: E402  needs the rooms

application = Door(_django)
