"""A translation that is entered, changed or taken away is told to the live streams of every board on which its words stand."""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION workshops_tell_live_of_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('skaala_board', board_id::text) FROM workshops_statement
        WHERE root_id = coalesce(NEW.root_id, OLD.root_id);
    RETURN NULL;
END $$;
CREATE TRIGGER tell_live AFTER INSERT OR UPDATE OR DELETE ON workshops_translation
    FOR EACH ROW EXECUTE FUNCTION workshops_tell_live_of_words();
"""
UNDO = """
DROP TRIGGER tell_live ON workshops_translation;
DROP FUNCTION workshops_tell_live_of_words();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('workshops', '0003_rehearsal_groups_imports'),
    ]

    operations = [
        migrations.RunSQL(FUNCTION, UNDO),
    ]
