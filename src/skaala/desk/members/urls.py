"""Addresses of members."""

from __future__ import annotations

from django.urls import path

from skaala.desk.members.views import accept, members

MEMBERS = "organisations/<slug:organisation>/members/"
public = [
    path("invitation/<str:token>/", accept.accept, name="accept-invitation"),
]
urlpatterns = [
    path(MEMBERS, members.members, name="members"),
    path(MEMBERS + "second-factor/", members.second_factor_of_all, name="second-factor-of-all"),
    path(MEMBERS + "invite/", members.invite, name="invite-member"),
    path(MEMBERS + "<int:member_id>/", members.member, name="member"),
    path(MEMBERS + "<int:member_id>/end/", members.end, name="end-membership"),
    path(
        MEMBERS + "invitations/<int:invited_id>/withdraw/",
        members.withdraw,
        name="withdraw-invitation",
    ),
]
