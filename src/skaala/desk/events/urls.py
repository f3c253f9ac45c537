"""Addresses of events."""

from __future__ import annotations

from django.urls import path

from skaala.desk.events.views import cancel, events, join_link, programme, resume, waiting_list

SERIES = "series/<slug:slug>/"
urlpatterns = [
    path(SERIES + "events/", events.events, name="events"),
    path(SERIES + "new-event/", events.new_event, name="new-event"),
    path(SERIES + "events/<slug:event_slug>/", events.edit_event, name="event"),
    path(SERIES + "events/<slug:event_slug>/programme/", programme.edit_programme, name="programme"),
    path(SERIES + "events/<slug:event_slug>/join-link/", join_link.join_link, name="join-link"),
    path(SERIES + "events/<slug:event_slug>/cancel/", cancel.cancel_event, name="cancel-event"),
    path(SERIES + "events/<slug:event_slug>/resume/", resume.resume_event, name="resume-event"),
    path(SERIES + "events/<slug:event_slug>/waiting/", waiting_list.waiting, name="waiting"),
    path(SERIES + "events/<slug:event_slug>/remove/", events.remove, name="remove-event"),
]
