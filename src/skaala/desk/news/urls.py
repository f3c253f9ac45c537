"""Addresses of news."""

from __future__ import annotations

from django.urls import path

from skaala.desk.news.views import materials, news

SERIES = "series/<slug:slug>/"
urlpatterns = [
    path(SERIES + "news/", news.news, name="news"),
    path(SERIES + "news/new/", news.new_update, name="new-update"),
    path(SERIES + "news/<int:update_id>/", news.edit_update, name="update"),
    path(SERIES + "news/<int:update_id>/remove/", news.remove, name="remove-update"),
    path(SERIES + "materials/new/", materials.new_material, name="new-material"),
    path(SERIES + "materials/<int:material_id>/", materials.edit_material, name="material"),
    path(SERIES + "materials/<int:material_id>/remove/", materials.remove, name="remove-material"),
]
