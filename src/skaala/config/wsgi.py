"""The pages' door: a WSGI application for any server that speaks it."""

import gc
import os
from importlib import import_module

# What is loaded now stays: the collector need not look at it, neither while it is being loaded nor at each later round.
gc.disable()

import django  # noqa: E402

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skaala.config.settings")
if os.environ.get("SKAALA_SUPERVISED"):
    # Under `skaala serve` a web process must not outlive the server that made it and still hold its port.
    from skaala.config.supervise import end_with_parent

    end_with_parent()
# What takes long comes first: it needs neither tables nor styles, which may still be being brought up to date.
django.setup(set_prefix=False)

from django.conf import settings  # noqa: E402

import_module(settings.ROOT_URLCONF)
if os.environ.get("SKAALA_SUPERVISED"):
    from skaala.config.readiness import wait_until_ready

    wait_until_ready()

from django.core.wsgi import get_wsgi_application  # noqa: E402

_django = get_wsgi_application()  # reads the collected styles

from skaala.site.kept_pages import Door  # noqa: E402  needs the rooms

application = Door(_django)
gc.freeze()
gc.enable()
