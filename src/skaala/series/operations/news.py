"""News and materials under a series."""

from __future__ import annotations

from django.db import transaction

from skaala.series.models import Material, Update


def save_update(*, update: Update) -> Update:
    """Save a new or changed piece of news; it is read from its time on."""
    update.save()
    return update


def remove_update(*, update: Update) -> None:
    """Take a piece of news away."""
    update.delete()


def save_material(*, material: Material) -> Material:
    """Save a new or changed link or file; it is seen from its time on."""
    before = Material.objects.filter(pk=material.pk).first() if material.pk else None
    material.save()
    if before and before.file and before.file.name != material.file.name:
        _drop_file(before)
    return material


def remove_material(*, material: Material) -> None:
    """Take a link or a file away; the file itself goes too."""
    with transaction.atomic():
        material.delete()
        _drop_file(material)


def _drop_file(material: Material) -> None:
    """Delete the file once the row that named it is gone for good."""
    storage, name = material.file.storage, material.file.name
    if name:
        transaction.on_commit(lambda: storage.delete(name))
