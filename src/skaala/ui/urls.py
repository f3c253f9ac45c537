"""Where the living style guide stands."""

from django.urls import path

from skaala.ui import style_guide

app_name = "ui"
urlpatterns = [
    path("", style_guide.components, name="style-guide"),
    path("patterns/<slug:pattern>/", style_guide.pattern, name="style-pattern"),
]
