from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workshops", "0014_moderation")]

    operations = [
        migrations.AddField(
            model_name="statement",
            name="state_before",
            field=models.CharField(
                blank=True,
                choices=[
                    ("pending", "waiting for review"),
                    ("shown", "shown"),
                    ("hidden", "hidden"),
                    ("merged", "merged into another"),
                    ("split", "split into several"),
                ],
                max_length=10,
            ),
        ),
    ]
