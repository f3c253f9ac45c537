"""Those who had registered when they came by an invitation: it opens its events on their own pages."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registration", "0008_cancelled")]
    # The table of letters is renamed there; migrations up to here refer to it by its old name.
    run_before = [("mail", "0006_emails")]

    operations = [
        migrations.AddField(
            model_name="invitation",
            name="known",
            field=models.ManyToManyField(related_name="invitations", to="registration.registration"),
        ),
    ]
