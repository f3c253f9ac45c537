"""Each bottleneck of one's own and each support measure belongs to an organisation, whose members alone change it."""

import django.db.models.deletion
from django.db import migrations, models


def give_to_whom_they_belong(apps, schema_editor):
    Tenant, Bottleneck, SupportMeasure = (
        apps.get_model(room, name)
        for room, name in (("people", "Tenant"), ("evidence", "Bottleneck"), ("evidence", "SupportMeasure"))
    )
    for measure in SupportMeasure.objects.exclude(study=None).select_related("study__series"):
        measure.tenant_id = measure.study.series.tenant_id
        measure.save(update_fields=["tenant"])
    tenants = list(Tenant.objects.all()[:2])
    if len(tenants) == 1:
        SupportMeasure.objects.filter(tenant=None).update(tenant=tenants[0])
        Bottleneck.objects.filter(is_own=True).update(tenant=tenants[0])


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0001_bottlenecks_measures_studies"),
        ("people", "0007_tenants"),
        ("series", "0009_tenant"),
    ]

    operations = [
        migrations.AddField(
            model_name="bottleneck",
            name="tenant",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="bottlenecks",
                to="people.tenant",
            ),
        ),
        migrations.AddField(
            model_name="supportmeasure",
            name="tenant",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="support_measures",
                to="people.tenant",
            ),
        ),
        migrations.RunPython(give_to_whom_they_belong, migrations.RunPython.noop),
    ]
