from django.db import migrations

SHOWN = """
CREATE TRIGGER public_pages_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON people_logo
    FOR EACH STATEMENT EXECUTE FUNCTION series_public_pages_change();
"""
HIDDEN = "DROP TRIGGER public_pages_change ON people_logo;"


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0018_face_colours_and_logo"),
        ("series", "0017_faces_show_on_public_pages"),
    ]

    operations = [migrations.RunSQL(SHOWN, HIDDEN)]
