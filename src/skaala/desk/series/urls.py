"""Addresses of series."""

from __future__ import annotations

from django.urls import path

from skaala.desk.series.views import copying, home, overview, previews, publishing, series

SERIES = "series/<slug:slug>/"
urlpatterns = [
    path("", home.home, name="home"),
    path("new-series/", series.new_series, name="new-series"),
    path(SERIES, overview.overview, name="series"),
    path(SERIES + "texts/", series.edit_texts, name="texts"),
    path(SERIES + "details/", series.edit_details, name="details"),
    path(SERIES + "remove/", series.remove, name="remove-series"),
    path(SERIES + "publish/", publishing.publishing, name="publishing"),
    path(SERIES + "preview/", previews.previews, name="previews"),
    path(SERIES + "copy/", copying.copy, name="copy"),
]
