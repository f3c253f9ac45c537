"""Count again who does each action: also those who try it, and never the owner."""

from django.db import migrations

COUNT = """
UPDATE catalogue_action AS action SET
    adopters = (
        SELECT count(*) FROM catalogue_adoption
        WHERE action_id = action.id AND stage IN ('piloting', 'in_use', 'embedded')
        AND municipality_id IS DISTINCT FROM action.owner_id
    ),
    last_adopted_on = (
        SELECT max(running_since) FROM catalogue_adoption
        WHERE action_id = action.id AND stage IN ('piloting', 'in_use', 'embedded')
        AND municipality_id IS DISTINCT FROM action.owner_id
    )
"""


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0011_interests'),
    ]

    operations = [
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
    ]
