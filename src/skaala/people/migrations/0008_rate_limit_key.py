from django.db import migrations, models


# Unlogged, as the counts are: a key of one day need not survive a crash, and is in no write-ahead log and no standby.
class Migration(migrations.Migration):
    dependencies = [("people", "0007_tenants")]

    operations = [
        migrations.CreateModel(
            name="RateLimitKey",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("key", models.BinaryField()),
            ],
        ),
        migrations.RunSQL(
            "ALTER TABLE people_ratelimitkey SET UNLOGGED", "ALTER TABLE people_ratelimitkey SET LOGGED"
        ),
    ]
