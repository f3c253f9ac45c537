from django.db import migrations, models

# A unique constraint carries the name of its index.
RENAME = "ALTER INDEX IF EXISTS {} RENAME TO {}"
OLD, NEW = "one_count_a_caller_and_stretch", "one_count_per_caller_and_window"


class Migration(migrations.Migration):
    dependencies = [("people", "0003_rate_limit_counter")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(RENAME.format(OLD, NEW), RENAME.format(NEW, OLD))],
            state_operations=[
                migrations.RemoveConstraint("ratelimitcounter", OLD),
                migrations.AddConstraint(
                    "ratelimitcounter",
                    models.UniqueConstraint(fields=["caller", "window_start"], name=NEW),
                ),
            ],
        ),
    ]
