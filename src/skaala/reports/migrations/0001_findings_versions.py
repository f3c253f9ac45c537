import django.db.models.deletion
import skaala.ui.texts
import uuid
from django.db import migrations, models


# What was published stays as it was, whoever asks the database otherwise. The one way on: a note takes the place of all
# that a version said, so that a person can be erased from it; its public data may go then, not before.
GUARDS = """
CREATE FUNCTION reports_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.replaced_at IS NULL AND NEW.replaced_at IS NOT NULL
       AND NEW.contents = '{}'::jsonb AND NEW.snapshot = '{}'::jsonb
       AND (NEW.id, NEW.report_id, NEW.number, NEW.published_at, NEW.is_simulated)
         = (OLD.id, OLD.report_id, OLD.number, OLD.published_at, OLD.is_simulated) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a published report never changes; publish a new version' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER reports_version_stays BEFORE UPDATE OR DELETE ON reports_version
FOR EACH ROW EXECUTE FUNCTION reports_version_stays();
CREATE FUNCTION reports_appendix_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE'
       AND EXISTS (SELECT 1 FROM reports_version WHERE id = OLD.version_id AND replaced_at IS NOT NULL) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the data of a published report never change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER reports_appendix_stays BEFORE UPDATE OR DELETE ON reports_appendix
FOR EACH ROW EXECUTE FUNCTION reports_appendix_stays();
"""
WITHOUT_GUARDS = """
DROP TRIGGER reports_appendix_stays ON reports_appendix;
DROP FUNCTION reports_appendix_stays();
DROP TRIGGER reports_version_stays ON reports_version;
DROP FUNCTION reports_version_stays();
"""
# Public pages show versions.
SHOWN = """
CREATE TRIGGER public_pages_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON reports_version
FOR EACH STATEMENT EXECUTE FUNCTION series_public_pages_change();
"""
NOT_SHOWN = "DROP TRIGGER public_pages_change ON reports_version;\n"


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('evidence', '0001_bottlenecks_measures_studies'),
        ('series', '0005_retention_report'),
        ('workshops', '0001_boards_statements_votes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('summary', skaala.ui.texts.TextsField(blank=True, default=skaala.ui.texts.Texts)),
                ('ballots', models.JSONField(blank=True, null=True)),
                ('coverage', models.JSONField(blank=True, default=dict)),
                ('snapshot', models.CharField(blank=True, max_length=64)),
                ('drafted_at', models.DateTimeField(blank=True, null=True)),
                ('drafting', models.CharField(blank=True, choices=[('', 'not drafted'), ('waiting', 'waiting to be drafted'), ('working', 'being drafted'), ('done', 'drafted'), ('failed', 'failed')], default='', max_length=10)),
                ('steps_done', models.PositiveSmallIntegerField(default=0)),
                ('steps', models.PositiveSmallIntegerField(default=0)),
                ('series', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='report', to='series.series')),
            ],
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('shared_view', 'Shared view'), ('difference', 'Difference between perspectives'), ('good_practice', 'Good practice'), ('bottleneck', 'Bottleneck'), ('support_measure', 'Support measure'), ('next_step', 'Next step'), ('open_question', 'Open question'), ('moved', 'Change of views'), ('study', 'Finding of the study')], max_length=20)),
                ('drafted_as', models.CharField(blank=True, max_length=80)),
                ('drafted_title', skaala.ui.texts.TextsField(blank=True, default=skaala.ui.texts.Texts)),
                ('drafted_text', skaala.ui.texts.TextsField(blank=True, default=skaala.ui.texts.Texts)),
                ('edited_title', skaala.ui.texts.TextsField(blank=True, default=skaala.ui.texts.Texts)),
                ('edited_text', skaala.ui.texts.TextsField(blank=True, default=skaala.ui.texts.Texts)),
                ('shares', models.JSONField(blank=True, default=list)),
                ('facts', models.JSONField(blank=True, default=dict)),
                ('edited_shares', models.JSONField(blank=True, null=True)),
                ('is_supported', models.BooleanField(default=True)),
                ('snapshot', models.CharField(blank=True, max_length=64)),
                ('memo', models.TextField(blank=True)),
                ('order', models.PositiveIntegerField(default=0)),
                ('is_published', models.BooleanField(default=False)),
                ('organisation', models.CharField(blank=True, max_length=300)),
                ('due', models.DateField(blank=True, null=True)),
                ('source', models.CharField(blank=True, max_length=500)),
                ('board', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='findings', to='workshops.board')),
                ('bottleneck', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='evidence.bottleneck')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='reports.report')),
            ],
            options={
                'ordering': ['order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('published_at', models.DateTimeField()),
                ('is_simulated', models.BooleanField(default=False)),
                ('contents', models.JSONField()),
                ('snapshot', models.JSONField()),
                ('replaced_at', models.DateTimeField(blank=True, null=True)),
                ('replaced_note', skaala.ui.texts.TextsField(blank=True, default=skaala.ui.texts.Texts)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='reports.report')),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='Rendering',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=2)),
                ('format', models.CharField(max_length=8)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('done', 'ready'), ('failed', 'failed')], default='waiting', max_length=10)),
                ('file', models.BinaryField(blank=True, null=True)),
                ('fingerprint', models.CharField(blank=True, max_length=64)),
                ('made_at', models.DateTimeField(blank=True, null=True)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renderings', to='reports.report')),
                ('version', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='renderings', to='reports.version')),
            ],
        ),
        migrations.CreateModel(
            name='Appendix',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.CharField(max_length=80)),
                ('archive', models.BinaryField()),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appendices', to='reports.version')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0)),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence_of', to='workshops.statement')),
                ('finding', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='reports.finding')),
            ],
            options={
                'ordering': ['order', 'id'],
                'constraints': [models.UniqueConstraint(fields=('finding', 'statement'), name='a_statement_is_evidence_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=models.UniqueConstraint(condition=models.Q(('drafted_as', ''), _negated=True), fields=('report', 'drafted_as'), name='a_finding_is_drafted_once'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.UniqueConstraint(fields=('report', 'number'), name='one_version_a_number'),
        ),
        migrations.AddConstraint(
            model_name='rendering',
            constraint=models.UniqueConstraint(fields=('report', 'version', 'language', 'format'), name='one_rendering_a_version_language_and_format', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='appendix',
            constraint=models.UniqueConstraint(fields=('version', 'event'), name='one_appendix_a_version_and_event'),
        ),
        migrations.RunSQL(GUARDS + SHOWN, NOT_SHOWN + WITHOUT_GUARDS),
    ]
