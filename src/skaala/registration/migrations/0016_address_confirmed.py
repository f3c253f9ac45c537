"""When an address was confirmed by use, and what an email asks whether to add."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registration', '0015_language_codes'),
    ]

    operations = [
        migrations.AddField(
            model_name='registration',
            name='address_confirmed_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='registrationemail',
            name='asked',
            field=models.JSONField(blank=True, default=list),
        ),
    ]
