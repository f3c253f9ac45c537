"""Addresses of registrations."""

from __future__ import annotations

from django.urls import path

from skaala.desk.registrations import views

REGISTRATIONS = "series/<slug:slug>/registrations/"
urlpatterns = [
    path(REGISTRATIONS, views.registrations, name="registrations"),
    path(REGISTRATIONS + "export/", views.export, name="export"),
    path(REGISTRATIONS + "<uuid:registration_id>/", views.person, name="person"),
    path(REGISTRATIONS + "<uuid:registration_id>/address/", views.correct_address, name="address"),
    path(REGISTRATIONS + "<uuid:registration_id>/link/", views.link, name="link"),
    path(REGISTRATIONS + "<uuid:registration_id>/certificate.pdf", views.certificate, name="certificate"),
]
