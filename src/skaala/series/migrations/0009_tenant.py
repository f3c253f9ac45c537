"""Series belong to an organisation, and what they name belongs to the same one: the database refuses anything else."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from skaala.ui.texts import Texts

ROLES = ["owner", "organiser", "facilitator", "analyst", "check_in", "reader", "auditor"]


def give_to_the_one_organisation(apps, schema_editor):
    Tenant, Series = apps.get_model("people", "Tenant"), apps.get_model("series", "Series")
    if Series.objects.exists():
        name = Texts(fi="Organisaatio", sv="Organisation", en="Organisation")
        tenant = Tenant.objects.order_by("pk").first() or Tenant.objects.create(slug="organisation", name=name)
        Series.objects.update(tenant=tenant)


KEEP_APART = """
CREATE FUNCTION refuse_another_tenant(what text, one bigint, other bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF one IS DISTINCT FROM other THEN
        RAISE EXCEPTION '% belongs to another organisation', what
            USING ERRCODE = 'check_violation', CONSTRAINT = what || '_within_tenant';
    END IF;
END $$;

CREATE FUNCTION series_tenant_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refuse_another_tenant(TG_TABLE_NAME, OLD.tenant_id, NEW.tenant_id);
    RETURN NEW;
END $$;

CREATE FUNCTION series_controller_within_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.controller_id IS NOT NULL THEN
        PERFORM refuse_another_tenant(
            'controller', NEW.tenant_id, (SELECT tenant_id FROM people_organisation WHERE id = NEW.controller_id));
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION series_involvement_within_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refuse_another_tenant(
        'involvement',
        (SELECT tenant_id FROM series_series WHERE id = NEW.series_id),
        (SELECT tenant_id FROM people_organisation WHERE id = NEW.organisation_id));
    RETURN NEW;
END $$;

CREATE FUNCTION series_venue_within_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.venue_id IS NOT NULL THEN
        PERFORM refuse_another_tenant(
            'venue',
            (SELECT tenant_id FROM series_series WHERE id = NEW.series_id),
            (SELECT tenant_id FROM places_venue WHERE id = NEW.venue_id));
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tenant_is_kept BEFORE UPDATE OF tenant_id ON series_series
    FOR EACH ROW EXECUTE FUNCTION series_tenant_is_kept();
CREATE TRIGGER tenant_is_kept BEFORE UPDATE OF tenant_id ON people_organisation
    FOR EACH ROW EXECUTE FUNCTION series_tenant_is_kept();
CREATE TRIGGER tenant_is_kept BEFORE UPDATE OF tenant_id ON places_venue
    FOR EACH ROW EXECUTE FUNCTION series_tenant_is_kept();
CREATE TRIGGER controller_within_tenant BEFORE INSERT OR UPDATE OF controller_id ON series_series
    FOR EACH ROW EXECUTE FUNCTION series_controller_within_tenant();
CREATE TRIGGER involvement_within_tenant BEFORE INSERT OR UPDATE ON series_involvement
    FOR EACH ROW EXECUTE FUNCTION series_involvement_within_tenant();
CREATE TRIGGER venue_within_tenant BEFORE INSERT OR UPDATE OF venue_id, series_id ON series_event
    FOR EACH ROW EXECUTE FUNCTION series_venue_within_tenant();
"""

TOGETHER_AGAIN = """
DROP TRIGGER venue_within_tenant ON series_event;
DROP TRIGGER involvement_within_tenant ON series_involvement;
DROP TRIGGER controller_within_tenant ON series_series;
DROP TRIGGER tenant_is_kept ON places_venue;
DROP TRIGGER tenant_is_kept ON people_organisation;
DROP TRIGGER tenant_is_kept ON series_series;
DROP FUNCTION series_venue_within_tenant();
DROP FUNCTION series_involvement_within_tenant();
DROP FUNCTION series_controller_within_tenant();
DROP FUNCTION series_tenant_is_kept();
DROP FUNCTION refuse_another_tenant(text, bigint, bigint);
"""


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("people", "0007_tenants"),
        ("places", "0003_tenant"),
        ("series", "0008_words"),
    ]

    operations = [
        migrations.AddField(
            model_name="series",
            name="tenant",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="series", to="people.tenant"
            ),
        ),
        migrations.RunPython(give_to_the_one_organisation, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="series",
            name="tenant",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="series", to="people.tenant"
            ),
        ),
        migrations.CreateModel(
            name="SeriesRole",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(choices=[(role, role) for role in ROLES], max_length=12)),
                ("since", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="series_roles",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="roles", to="series.series"
                    ),
                ),
            ],
            options={
                "ordering": ["since", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("series", "account"), name="one_role_per_series_and_account"),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ROLES[1:])), name="a_series_role_is_known"
                    ),
                ],
            },
        ),
        migrations.RunSQL(KEEP_APART, TOGETHER_AGAIN),
    ]
