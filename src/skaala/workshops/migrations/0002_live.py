"""Frames for the live streams, and the triggers that tell of a change on a board in the transaction that makes it.

NOTIFY makes commits wait for one another, so votes, which come by the hundred, tell nothing: they are counted once a
second or so by whoever composes the frames.
"""

import django.db.models.deletion
from django.db import migrations, models

FUNCTION = """
CREATE FUNCTION workshops_tell_live() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'workshops_board' THEN
        PERFORM pg_notify('skaala_board', NEW.id::text);
    ELSE
        PERFORM pg_notify('skaala_board', coalesce(NEW.board_id, OLD.board_id)::text);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER tell_live AFTER UPDATE ON workshops_board
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION workshops_tell_live();
"""
SHOWN = ("statement", "prompt", "admission", "picture")
TRIGGERS = "".join(
    f"CREATE TRIGGER tell_live AFTER INSERT OR UPDATE OR DELETE ON workshops_{table} "
    "FOR EACH ROW EXECUTE FUNCTION workshops_tell_live();\n"
    for table in SHOWN
)
UNDO = "".join(f"DROP TRIGGER tell_live ON workshops_{table};\n" for table in ("board", *SHOWN))
UNLOGGED = "ALTER TABLE workshops_frame SET UNLOGGED; ALTER TABLE workshops_watch SET UNLOGGED;"
LOGGED = "ALTER TABLE workshops_frame SET LOGGED; ALTER TABLE workshops_watch SET LOGGED;"


class Migration(migrations.Migration):

    dependencies = [
        ('workshops', '0001_boards_statements_votes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Frame',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('audience', models.CharField(max_length=11)),
                ('language', models.CharField(max_length=2)),
                ('identity', models.CharField(max_length=16)),
                ('body', models.TextField()),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='frames', to='workshops.board')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('board', 'audience', 'language'), name='one_frame_an_audience_and_language')],
            },
        ),
        migrations.CreateModel(
            name='Watch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('audience', models.CharField(max_length=11)),
                ('wanted_until', models.DateTimeField()),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='watches', to='workshops.board')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('board', 'audience'), name='one_watch_a_board_and_audience')],
            },
        ),
        migrations.RunSQL(UNLOGGED, LOGGED),
        migrations.RunSQL(FUNCTION + TRIGGERS, UNDO + "DROP FUNCTION workshops_tell_live();"),
    ]
