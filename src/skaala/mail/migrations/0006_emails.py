from django.db import migrations, models

RENAMED = {
    "a_sent_letter_says_when": "a_sent_email_says_when",
    "a_queued_letter_is_due_some_time": "a_queued_email_is_due_some_time",
}
CONSTRAINTS = [
    models.CheckConstraint(
        condition=models.Q(("sent_at__isnull", False), ("state__in", ["sent", "bounced"]))
        | models.Q(models.Q(("state__in", ["sent", "bounced"]), _negated=True), ("sent_at__isnull", True)),
        name="a_sent_email_says_when",
    ),
    models.CheckConstraint(
        condition=models.Q(("state", "queued"), _negated=True) | models.Q(("next_attempt_at__isnull", False)),
        name="a_queued_email_is_due_some_time",
    ),
]


def rename(old, new):
    return f"ALTER TABLE mail_email RENAME CONSTRAINT {old} TO {new}"


class Migration(migrations.Migration):
    dependencies = [("mail", "0005_letters_are_their_own_queue")]

    operations = [
        migrations.RenameModel("Letter", "Email"),
        migrations.RenameIndex("email", new_name="mail_email_state_b3220b_idx", old_name="mail_letter_state_3f1ebc_idx"),
        migrations.RenameIndex("email", new_name="emails_that_are_due", old_name="letters_that_are_due"),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(rename(old, new), rename(new, old)) for old, new in RENAMED.items()
            ],
            state_operations=[
                *(migrations.RemoveConstraint("email", old) for old in RENAMED),
                *(migrations.AddConstraint("email", constraint) for constraint in CONSTRAINTS),
            ],
        ),
    ]
