"""Addresses without a language: where strangers and machines arrive first."""

from __future__ import annotations

from django.contrib.sitemaps.views import sitemap
from django.urls import path

from skaala.site.board.views import live_frame
from skaala.site.root import views as arrival
from skaala.site.root.sitemaps import SITEMAPS

urlpatterns = [
    path("", arrival.choose_language),
    path("style", arrival.style_guide),
    path("live/<str:token>", live_frame.frame, name="live"),
    path("look/<slug:organisation>.css", arrival.organisation_style, name="organisation-style"),
    path("look/<slug:organisation>.png", arrival.organisation_logo, name="organisation-logo"),
    path("robots.txt", arrival.robots),
    path(".well-known/security.txt", arrival.security),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
