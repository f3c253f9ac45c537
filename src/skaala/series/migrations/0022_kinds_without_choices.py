from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("series", "0021_own_words")]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="kind",
            field=models.CharField(default="workshop", max_length=20),
        ),
    ]
