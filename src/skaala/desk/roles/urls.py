"""Addresses of roles in a series."""

from __future__ import annotations

from django.urls import path

from skaala.desk.roles.views import accept, links, roles, sharing

SERIES = "series/<slug:slug>/roles/"
public = [
    path("series-invitation/<str:token>/", accept.accept, name="accept-series-invitation"),
]
SHARED = "organisations/<slug:organisation>/shared/"
urlpatterns = [
    path(SERIES + "links/end/", links.end_series_link, name="end-series-link"),
    path(SERIES + "share/", sharing.share, name="share-series"),
    path(SERIES + "share/<int:sharing_id>/end/", sharing.end, name="end-sharing"),
    path(SHARED, sharing.shared, name="shared"),
    path(SHARED + "<int:sharing_id>/", sharing.offer, name="shared-offer"),
    path(SHARED + "<int:sharing_id>/end/", sharing.end_shared, name="end-shared"),
    path(SERIES, roles.series_roles, name="series-roles"),
    path(SERIES + "give/", roles.give, name="give-series-role"),
    path(SERIES + "<int:role_id>/", roles.change, name="series-role"),
    path(SERIES + "<int:role_id>/end/", roles.end, name="end-series-role"),
    path(
        SERIES + "invitations/<int:invited_id>/withdraw/", roles.withdraw, name="withdraw-series-invitation"
    ),
]
