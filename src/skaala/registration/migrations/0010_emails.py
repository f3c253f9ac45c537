import django.db.models.deletion
from django.db import migrations, models

OLD, NEW = "one_letter_a_mailing_and_person", "one_email_per_mailing_and_person"
RENAME = "ALTER INDEX {} RENAME TO {}"  # a unique constraint carries the name of its index

# What was forgotten of a series is kept as counts by kind.
KIND = """
UPDATE series_retentionreport SET
    removed = removed - '{old}' || jsonb_build_object('{new}', removed -> '{old}')
WHERE removed ? '{old}';
UPDATE series_retentionreport SET
    remaining = remaining - '{old}' || jsonb_build_object('{new}', remaining -> '{old}')
WHERE remaining ? '{old}';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("registration", "0009_known_to_invitations"),
        ("mail", "0006_emails"),
        ("series", "0005_retention_report"),
    ]

    operations = [
        migrations.RenameModel("Correspondence", "RegistrationEmail"),
        migrations.RenameField("registrationemail", "letter", "email"),
        migrations.AlterField(
            "registrationemail",
            "email",
            models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="registration_email", to="mail.email"
            ),
        ),
        migrations.AlterField(
            "registrationemail",
            "registration",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="registration_emails",
                to="registration.registration",
            ),
        ),
        migrations.AlterField(
            "registrationemail",
            "mailing",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="registration_emails",
                to="registration.mailing",
            ),
        ),
        migrations.RenameField("attendeefile", "sends_letters", "sends_emails"),
        migrations.RenameField("feedbacksurvey", "sends_letter", "sends_email"),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(RENAME.format(OLD, NEW), RENAME.format(NEW, OLD))],
            state_operations=[
                migrations.RemoveConstraint("registrationemail", OLD),
                migrations.AddConstraint(
                    "registrationemail",
                    models.UniqueConstraint(fields=["mailing", "registration"], name=NEW),
                ),
            ],
        ),
        migrations.RunSQL(KIND.format(old="letters", new="emails"), KIND.format(old="emails", new="letters")),
    ]
