from django.db import migrations

SHOWN = """
CREATE TRIGGER public_pages_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON people_face
    FOR EACH STATEMENT EXECUTE FUNCTION series_public_pages_change();
"""
HIDDEN = "DROP TRIGGER public_pages_change ON people_face;"


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0017_face"),
        ("series", "0016_catering"),
    ]

    operations = [migrations.RunSQL(SHOWN, HIDDEN)]
