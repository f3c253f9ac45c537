"""The settings of production with one constant view: what Django itself costs under this server."""

from skaala.config.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.constant_view"
