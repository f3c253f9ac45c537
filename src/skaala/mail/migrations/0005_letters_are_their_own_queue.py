from django.db import migrations, models

# Until now a job of procrastinate's stood for each queued letter; from now on the letter's own row does.
DUE = """
UPDATE mail_letter SET next_attempt_at = created_at WHERE state = 'queued' AND next_attempt_at IS NULL;
DELETE FROM procrastinate_jobs WHERE task_name = 'mail.deliver_letter';
"""
# Each can be done again after a run that ended half-way.
DROP_INDEX = "DROP INDEX IF EXISTS letters_that_are_due"
INDEX = "CREATE INDEX IF NOT EXISTS letters_that_are_due ON mail_letter (next_attempt_at) WHERE state = 'queued'"
DROP_CHECK = "ALTER TABLE mail_letter DROP CONSTRAINT IF EXISTS a_queued_letter_is_due_some_time"
CHECK = f"""
UPDATE mail_letter SET next_attempt_at = created_at WHERE state = 'queued' AND next_attempt_at IS NULL;
{DROP_CHECK}, ADD CONSTRAINT a_queued_letter_is_due_some_time CHECK (NOT (state = 'queued') OR next_attempt_at IS NOT NULL)
"""
STATE_INDEX = migrations.AddIndex(
    model_name="letter",
    index=models.Index(
        condition=models.Q(("state", "queued")), fields=["next_attempt_at"], name="letters_that_are_due"
    ),
)
STATE_CHECK = migrations.AddConstraint(
    model_name="letter",
    constraint=models.CheckConstraint(
        condition=models.Q(("state", "queued"), _negated=True) | models.Q(("next_attempt_at__isnull", False)),
        name="a_queued_letter_is_due_some_time",
    ),
)


class Migration(migrations.Migration):
    # An index and a constraint cannot be made in the transaction that has just changed their rows.
    atomic = False

    dependencies = [
        ("mail", "0004_bounced_letters"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]

    operations = [
        migrations.RunSQL(DUE, migrations.RunSQL.noop),
        migrations.RunSQL(INDEX, DROP_INDEX, state_operations=[STATE_INDEX]),
        migrations.RunSQL(CHECK, DROP_CHECK, state_operations=[STATE_CHECK]),
    ]
