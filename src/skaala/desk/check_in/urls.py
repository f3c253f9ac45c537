"""Addresses of check in."""

from __future__ import annotations

from django.urls import path

from skaala.desk.check_in import views

CHECK_IN = "series/<slug:slug>/events/<slug:event_slug>/door/"
urlpatterns = [
    path(CHECK_IN, views.door, name="door"),
    path(CHECK_IN + "helpers/", views.helper_link, name="helper-link"),
    path(CHECK_IN + "helpers/<uuid:link_id>/", views.helper_link_action, name="helper-link-action"),
    path(CHECK_IN + "came/", views.came, name="came"),
]
