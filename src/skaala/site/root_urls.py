"""Addresses without a language: where strangers and machines arrive first."""

from __future__ import annotations

from django.contrib.sitemaps.views import sitemap
from django.urls import path

from skaala.site.sitemaps import SITEMAPS
from skaala.site.views import arrival, live

urlpatterns = [
    path("", arrival.choose_language),
    path("style", arrival.style_guide),
    path("live/<str:token>", live.frame, name="live"),
    path("robots.txt", arrival.robots),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
