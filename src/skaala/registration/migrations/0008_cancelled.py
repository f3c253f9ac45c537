from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registration", "0007_lines"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="registration",
            index=models.Index(
                condition=models.Q(("cancelled_at__isnull", False)),
                fields=["series", "email_normalised"],
                name="cancelled_ones_by_address",
            ),
        ),
    ]
