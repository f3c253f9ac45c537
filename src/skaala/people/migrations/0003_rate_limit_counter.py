from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("people", "0002_knocks_without_log")]

    operations = [
        migrations.RenameModel("Knock", "RateLimitCounter"),
        migrations.RenameField("ratelimitcounter", "stretch", "window_start"),
    ]
