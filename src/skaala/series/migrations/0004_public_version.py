from django.db import migrations, models

# Every statement that touches what public pages show also puts a new number into one row, in the same transaction: the
# number is seen when the change is, never before. Triggers, so that no path can forget it. The number comes from a
# sequence and so is never given twice, also where a transaction is rolled back or the row removed.
SHOWN = [
    "series_series",
    "series_involvement",
    "series_event",
    "series_programmeitem",
    "series_update",
    "series_material",
    "people_organisation",
    "places_venue",
    "places_network",
    "places_region",
    "places_municipality",
]
FUNCTION = """
CREATE SEQUENCE series_public_version_number;
CREATE FUNCTION series_public_pages_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO series_publicversion (id, number) VALUES (1, nextval('series_public_version_number'))
    ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
    RETURN NULL;
END $$;
INSERT INTO series_publicversion (id, number) VALUES (1, nextval('series_public_version_number'));
"""
TRIGGERS = "".join(
    f"CREATE TRIGGER public_pages_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION series_public_pages_change();\n"
    for table in SHOWN
)
UNDO = (
    "".join(f"DROP TRIGGER public_pages_change ON {table};\n" for table in SHOWN)
    + "DROP FUNCTION series_public_pages_change();\nDROP SEQUENCE series_public_version_number;\n"
)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("places", "0001_initial"),
        ("series", "0003_cancelled_events"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicVersion",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("number", models.BigIntegerField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_public_version")
                ],
            },
        ),
        migrations.RunSQL(FUNCTION + TRIGGERS, UNDO),
    ]
