"""Plain names: statements that support a finding, the snapshot of votes, and names of constraints."""

import django.db.models.deletion
from django.db import migrations, models

# A unique constraint carries the name of its index.
RENAME = "ALTER INDEX {} RENAME TO {}"
RENAME_CHECK = "ALTER TABLE reports_commitment RENAME CONSTRAINT {} TO {}"

NAME_GOES_WITH_THE_PERSON = (
    models.Q(registration__isnull=False) & ~models.Q(name="")
    | models.Q(registration__isnull=True, name="")
    | models.Q(registration__isnull=True, is_simulated=True)
)


def renamed(model, old, new, rename=RENAME, **constraint):
    kind = models.CheckConstraint if "condition" in constraint else models.UniqueConstraint
    return migrations.SeparateDatabaseAndState(
        database_operations=[migrations.RunSQL(rename.format(old, new), rename.format(new, old))],
        state_operations=[
            migrations.RemoveConstraint(model, old),
            migrations.AddConstraint(model, kind(name=new, **constraint)),
        ],
    )


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0005_constraint_names"),
        ("workshops", "0004_translations_live"),
    ]

    operations = [
        migrations.RenameModel("Evidence", "SupportingStatement"),
        migrations.AlterField(
            "supportingstatement",
            "finding",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="supporting_statements",
                to="reports.finding",
            ),
        ),
        migrations.AlterField(
            "supportingstatement",
            "statement",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="supports", to="workshops.statement"
            ),
        ),
        migrations.RenameField("report", "ballots", "vote_snapshot"),
        migrations.RenameField("report", "snapshot", "votes_identity"),
        migrations.RenameField("finding", "snapshot", "votes_identity"),
        renamed(
            "supportingstatement",
            "a_statement_is_evidence_once",
            "a_statement_supports_a_finding_once",
            fields=["finding", "statement"],
        ),
        renamed(
            "placement", "a_statement_has_one_place", "one_placement_per_statement", fields=["series", "statement"]
        ),
        renamed(
            "commitment",
            "a_name_stands_as_long_as_its_person_is_known",
            "a_name_is_kept_while_its_person_is_known",
            RENAME_CHECK,
            condition=NAME_GOES_WITH_THE_PERSON,
        ),
    ]
