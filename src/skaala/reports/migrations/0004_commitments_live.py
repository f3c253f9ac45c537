"""Who takes part in a next step is told to the live streams of its board in the transaction that says so."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0003_commitments'),
        ('workshops', '0002_live'),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE TRIGGER tell_live AFTER INSERT OR UPDATE OR DELETE ON reports_commitment "
            "FOR EACH ROW EXECUTE FUNCTION workshops_tell_live();",
            "DROP TRIGGER tell_live ON reports_commitment;",
        ),
    ]
