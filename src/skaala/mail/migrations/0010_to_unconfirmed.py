"""Which emails strangers asked for to addresses that nobody has confirmed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mail", "0009_language_codes"),
    ]

    operations = [
        migrations.AddField(
            model_name="email",
            name="to_unconfirmed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddIndex(
            model_name="email",
            index=models.Index(
                condition=models.Q(("to_unconfirmed", True)), fields=["sent_at"], name="emails_to_unconfirmed"
            ),
        ),
    ]
