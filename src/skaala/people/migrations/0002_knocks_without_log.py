from django.db import migrations

# Counts of ten minutes need not survive a crash; unlogged, they cost no wait for the disk. A standby begins at nought.
class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE people_knock SET UNLOGGED", "ALTER TABLE people_knock SET LOGGED"
        ),
    ]
