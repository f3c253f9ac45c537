import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registration", "0010_emails")]

    operations = [
        migrations.RenameModel("WayIn", "RegistrationSource"),
        migrations.RenameField("registrationsource", "way", "kind"),
        migrations.AlterField(
            "registrationsource",
            "registration",
            models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                primary_key=True,
                related_name="source",
                serialize=False,
                to="registration.registration",
            ),
        ),
        migrations.AlterField(
            "registrationsource",
            "invitation",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="sources",
                to="registration.invitation",
            ),
        ),
    ]
