"""What an organisation's directory calls: addresses without a language, since it knows one for all."""

from __future__ import annotations

from skaala.desk.directory import urls as directory
from skaala.desk.frame.access import open_to_all

app_name = "directories"
urlpatterns = open_to_all(directory.called_from_outside)
