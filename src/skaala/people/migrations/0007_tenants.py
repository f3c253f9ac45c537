"""What has been one installation for everybody becomes one organisation: all that there is belongs to it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

import skaala.ui.texts
from skaala.ui.texts import Texts

ROLES = ["owner", "organiser", "facilitator", "analyst", "check_in", "reader", "auditor"]


def name_of_the_most_frequent_controller(apps, connection):
    if "series_series" not in connection.introspection.table_names():
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT controller_id FROM series_series WHERE controller_id IS NOT NULL"
            " GROUP BY controller_id ORDER BY count(*) DESC, controller_id LIMIT 1"
        )
        row = cursor.fetchone()
    return apps.get_model("people", "Organisation").objects.get(pk=row[0]).name if row else None


def make_one_organisation(apps, schema_editor):
    Organisation, Account, Tenant, Membership = (
        apps.get_model("people", name) for name in ("Organisation", "Account", "Tenant", "Membership")
    )
    if not (Organisation.objects.exists() or Account.objects.exists()):
        return
    first = Organisation.objects.order_by("pk").first()
    name = name_of_the_most_frequent_controller(apps, schema_editor.connection) or (first.name if first else None)
    tenant = Tenant.objects.create(
        slug="organisation", name=name or Texts(fi="Organisaatio", sv="Organisation", en="Organisation")
    )
    Organisation.objects.update(tenant=tenant)
    # Until today every open account has seen and done everything.
    Membership.objects.bulk_create(
        Membership(tenant=tenant, account=account, role="owner", since=timezone.now())
        for account in Account.objects.filter(is_active=True).order_by("pk")
    )


class Migration(migrations.Migration):
    dependencies = [("people", "0006_language_codes")]

    operations = [
        migrations.CreateModel(
            name="Tenant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True)),
                ("name", skaala.ui.texts.TextsField(blank=True, default=skaala.ui.texts.Texts)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["slug"],
                "constraints": [
                    models.CheckConstraint(condition=~models.Q(name={}), name="a_tenant_has_a_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(choices=[(role, role) for role in ROLES], max_length=12)),
                ("since", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "tenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="memberships", to="people.tenant"
                    ),
                ),
            ],
            options={
                "ordering": ["since", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("tenant", "account"),
                        name="one_active_membership_per_account",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ROLES)), name="a_membership_has_a_known_role"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="organisation",
            name="tenant",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="organisations",
                to="people.tenant",
            ),
        ),
        migrations.RunPython(make_one_organisation, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="organisation",
            name="tenant",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="organisations", to="people.tenant"
            ),
        ),
    ]
