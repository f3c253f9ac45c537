"""Addresses of roles in a series."""

from __future__ import annotations

from django.urls import path

from skaala.desk.roles.views import accept, roles

SERIES = "series/<slug:slug>/roles/"
public = [
    path("series-invitation/<str:token>/", accept.accept, name="accept-series-invitation"),
]
urlpatterns = [
    path(SERIES, roles.series_roles, name="series-roles"),
    path(SERIES + "give/", roles.give, name="give-series-role"),
    path(SERIES + "<int:role_id>/", roles.change, name="series-role"),
    path(SERIES + "<int:role_id>/end/", roles.end, name="end-series-role"),
    path(
        SERIES + "invitations/<int:invited_id>/withdraw/", roles.withdraw, name="withdraw-series-invitation"
    ),
]
