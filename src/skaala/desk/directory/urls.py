"""Addresses of directories."""

from __future__ import annotations

from django.urls import path

from skaala.desk.directory.views import notices, settings, sign_in

PAGE = "organisations/<slug:organisation>/directory/"
public = [
    path("sign-in/directory/<slug:organisation>/", sign_in.leave, name="sign-in-directory"),
    path("signed-out/", sign_in.signed_out, name="signed-out"),
]
urlpatterns = [
    path(PAGE, settings.directory, name="directory"),
    path(PAGE + "try/", settings.try_it, name="try-directory"),
    path(PAGE + "remove/", settings.remove, name="remove-directory"),
]
# What a directory is told, and calls: without a language, since it knows one address for all.
called_from_outside = [
    path("<slug:organisation>/return", sign_in.come_back, name="return"),
    path("<slug:organisation>/ended", notices.ended, name="ended"),
]
