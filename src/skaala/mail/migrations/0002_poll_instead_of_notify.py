from django.db import migrations

# The queue's insert trigger NOTIFYs inside the transaction that registers somebody, and commits that notify wait for
# one another. Our workers poll instead; see docs/decisions/2026-11-24-queue-without-notify.md.
DROP = """
DROP TRIGGER IF EXISTS procrastinate_jobs_notify_queue_job_inserted_v1 ON procrastinate_jobs;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("mail", "0001_initial"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]

    operations = [migrations.RunSQL(DROP, migrations.RunSQL.noop)]
