"""No field of any table without an answer to whose it is, why, until when and who sees it."""

from __future__ import annotations

from django.apps import apps

from skaala.config.personal_fields import personal_data, tables


def fields_of_tables() -> dict[str, set[str]]:
    return {
        model._meta.label: {field.name for field in model._meta.local_fields}
        for config in apps.get_app_configs()
        if config.name.startswith("skaala.")
        for model in config.get_models(include_auto_created=True)
    }


def test_every_field_of_every_table_is_written_down_once():
    """A new field: say in personal_fields.toml whether it is about people, and draw docs/personal-data.md."""
    known, written = fields_of_tables(), tables()
    without = {
        label: sorted(names - set(written[label].fields if label in written else ()))
        for label, names in known.items()
    }
    assert {label: names for label, names in without.items() if names} == {}
    gone = {label: sorted(set(table.fields) - known.get(label, set())) for label, table in written.items()}
    assert {label: names for label, names in gone.items() if names} == {}
    assert all(len(table.fields) == len(set(table.fields)) for table in written.values())


def test_each_row_says_all():
    for table in tables().values():
        for row in table.people:
            assert all([row.fields, row.whose, row.why, row.until, row.seen_by]), row


def test_what_people_type_is_in_the_document():
    drawn = personal_data()
    for field in ("`diet`", "`accessibility_needs`", "`email`", "`to_address`", "`brought_by_name`"):
        assert field in drawn
