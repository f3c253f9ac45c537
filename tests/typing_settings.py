"""Settings for mypy's Django plugin, which reads the models through them; nothing is connected to."""

import os

os.environ.update(
    SKAALA_MODE="debug",
    SKAALA_SECRET_KEY="only-for-typing-only-for-typing-only-for-typing",
    DATABASE_URL="postgresql://localhost/none",
)

from skaala.config.settings import *  # noqa: F403
