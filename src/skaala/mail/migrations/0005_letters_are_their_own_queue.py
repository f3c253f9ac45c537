from django.db import migrations, models

# Until now a job of procrastinate's stood for each queued letter; from now on the letter's own row does.
DUE = """
UPDATE mail_letter SET next_attempt_at = created_at WHERE state = 'queued' AND next_attempt_at IS NULL;
DELETE FROM procrastinate_jobs WHERE task_name = 'mail.deliver_letter';
"""


class Migration(migrations.Migration):
    # An index and a constraint cannot be made in the transaction that has just changed their rows.
    atomic = False

    dependencies = [
        ("mail", "0004_bounced_letters"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]

    operations = [
        migrations.RunSQL(DUE, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("state", "queued")), fields=["next_attempt_at"], name="letters_that_are_due"
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "queued"), _negated=True) | models.Q(("next_attempt_at__isnull", False)),
                name="a_queued_letter_is_due_some_time",
            ),
        ),
    ]
