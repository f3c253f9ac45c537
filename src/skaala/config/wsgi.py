"""The pages as a WSGI application, for any server that speaks it."""

import gc
import os
from importlib import import_module

# What is loaded now stays in memory: the garbage collector need not look at it, neither during the start nor later.
gc.disable()

import django  # noqa: E402

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skaala.config.settings")
# What takes long comes first: it needs neither tables nor styles, which may still be being brought up to date.
django.setup(set_prefix=False)

from django.conf import settings  # noqa: E402

import_module(settings.ROOT_URLCONF)
if os.environ.get("SKAALA_SUPERVISED"):
    from skaala.config.readiness import wait_until_ready

    wait_until_ready()

from django.core.wsgi import get_wsgi_application  # noqa: E402

from skaala.ui.well_formed import only_utf8  # noqa: E402

application = only_utf8(get_wsgi_application())  # reads the collected styles
gc.freeze()
gc.enable()
