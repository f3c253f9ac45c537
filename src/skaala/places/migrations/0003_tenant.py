import django.db.models.deletion
from django.db import migrations, models

from skaala.ui.texts import Texts


def give_to_the_one_organisation(apps, schema_editor):
    Tenant, Venue = apps.get_model("people", "Tenant"), apps.get_model("places", "Venue")
    if Venue.objects.exists():
        name = Texts(fi="Organisaatio", sv="Organisation", en="Organisation")
        tenant = Tenant.objects.order_by("pk").first() or Tenant.objects.create(slug="organisation", name=name)
        Venue.objects.update(tenant=tenant)


class Migration(migrations.Migration):
    dependencies = [("places", "0002_constraint_names"), ("people", "0007_tenants")]

    operations = [
        migrations.AddField(
            model_name="venue",
            name="tenant",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="venues", to="people.tenant"
            ),
        ),
        migrations.RunPython(give_to_the_one_organisation, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="venue",
            name="tenant",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="venues", to="people.tenant"
            ),
        ),
    ]
