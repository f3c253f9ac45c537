"""The pages' door: a WSGI application for any server that speaks it."""

import gc
import os

# What is loaded stays: the collector need not look at it, neither while it is being loaded nor at each later round.
gc.disable()

from django.core.wsgi import get_wsgi_application  # noqa: E402

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skaala.config.settings")
if os.environ.get("SKAALA_SUPERVISED"):
    # Under `skaala serve` a web process must not outlive the server that made it and still hold its port.
    from skaala.config.supervise import end_with_parent

    end_with_parent()
_django = get_wsgi_application()

from django.urls import get_resolver  # noqa: E402

from skaala.site.kept_pages import Door  # noqa: E402  needs the rooms

application = Door(_django)
get_resolver().url_patterns  # noqa: B018
gc.freeze()
gc.enable()
