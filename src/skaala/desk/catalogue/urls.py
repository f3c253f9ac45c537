"""Addresses of the catalogue's editor."""

from __future__ import annotations

from django.urls import path

from skaala.desk.catalogue.views import actions, files, keepers, origins, reports

CATALOGUE = "catalogue/"
urlpatterns = [
    path(CATALOGUE, actions.actions, name="catalogue"),
    path(CATALOGUE + "reports/", reports.reports, name="adoption-reports"),
    path(CATALOGUE + "new/", actions.new_action, name="new-action"),
    path(CATALOGUE + "keepers/", keepers.keepers, name="keepers"),
    path(CATALOGUE + "<int:action_id>/readiness/", keepers.readiness, name="action-readiness"),
    path(CATALOGUE + "files/new/", files.new_file, name="new-actions-file"),
    path(CATALOGUE + "files/<uuid:file_id>/", files.look, name="actions-file"),
    path(CATALOGUE + "files/<uuid:file_id>/left-out.csv", files.bad_rows, name="actions-file-bad-rows"),
    path(CATALOGUE + "files/<uuid:file_id>/remove/", files.drop, name="drop-actions-file"),
    path(CATALOGUE + "<int:action_id>/", actions.edit_action, name="action"),
    path(CATALOGUE + "<int:action_id>/profile/", actions.edit_profile, name="action-profile"),
    path(CATALOGUE + "<int:action_id>/contact/", actions.edit_contact, name="action-contact"),
    path(CATALOGUE + "<int:action_id>/state/", actions.change_state, name="action-state"),
    path("series/<slug:slug>/make-action/", origins.make_action, name="make-action"),
]
