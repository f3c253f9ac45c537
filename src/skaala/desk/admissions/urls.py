"""Addresses of admissions."""

from __future__ import annotations

from django.urls import path

from skaala.desk.admissions.views import admissions, imports, invitations, restoring

ADMISSIONS = "series/<slug:slug>/registrations/"
urlpatterns = [
    path(ADMISSIONS + "add/", admissions.add_person, name="add-person"),
    path(ADMISSIONS + "import/", imports.new_import, name="new-import"),
    path(ADMISSIONS + "import/<uuid:file_id>/", imports.look, name="import"),
    path(ADMISSIONS + "import/<uuid:file_id>/rows/", imports.bad_rows, name="bad-rows"),
    path(ADMISSIONS + "import/<uuid:file_id>/drop/", imports.drop, name="drop-import"),
    path(ADMISSIONS + "invitations/", invitations.invitations, name="invitations"),
    path(
        ADMISSIONS + "invitations/<uuid:invitation_id>/revoke/", invitations.revoke, name="revoke-invitation"
    ),
    path(ADMISSIONS + "<uuid:registration_id>/events/", admissions.person_events, name="person-events"),
    path(ADMISSIONS + "<uuid:registration_id>/restore/", restoring.restore, name="restore-person"),
]
