from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0004_commitments_live'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql='ALTER INDEX one_appendix_a_version_and_event RENAME TO one_appendix_per_version_and_event',
                    reverse_sql='ALTER INDEX one_appendix_per_version_and_event RENAME TO one_appendix_a_version_and_event',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_commitment_a_person_and_next_step RENAME TO one_commitment_per_person_and_next_step',
                    reverse_sql='ALTER INDEX one_commitment_per_person_and_next_step RENAME TO one_commitment_a_person_and_next_step',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_rendering_a_version_language_and_format RENAME TO one_rendering_per_version_language_and_format',
                    reverse_sql='ALTER INDEX one_rendering_per_version_language_and_format RENAME TO one_rendering_a_version_language_and_format',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_theme_a_key RENAME TO one_theme_per_key',
                    reverse_sql='ALTER INDEX one_theme_per_key RENAME TO one_theme_a_key',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_version_a_number RENAME TO one_version_per_number',
                    reverse_sql='ALTER INDEX one_version_per_number RENAME TO one_version_a_number',
                ),
            ],
            state_operations=[
                migrations.RemoveConstraint(
                    model_name='appendix',
                    name='one_appendix_a_version_and_event',
                ),
                migrations.RemoveConstraint(
                    model_name='commitment',
                    name='one_commitment_a_person_and_next_step',
                ),
                migrations.RemoveConstraint(
                    model_name='rendering',
                    name='one_rendering_a_version_language_and_format',
                ),
                migrations.RemoveConstraint(
                    model_name='theme',
                    name='one_theme_a_key',
                ),
                migrations.RemoveConstraint(
                    model_name='version',
                    name='one_version_a_number',
                ),
                migrations.AddConstraint(
                    model_name='appendix',
                    constraint=models.UniqueConstraint(fields=('version', 'event'), name='one_appendix_per_version_and_event'),
                ),
                migrations.AddConstraint(
                    model_name='commitment',
                    constraint=models.UniqueConstraint(fields=('registration', 'board', 'root'), name='one_commitment_per_person_and_next_step'),
                ),
                migrations.AddConstraint(
                    model_name='rendering',
                    constraint=models.UniqueConstraint(fields=('report', 'version', 'language', 'format'), name='one_rendering_per_version_language_and_format', nulls_distinct=False),
                ),
                migrations.AddConstraint(
                    model_name='theme',
                    constraint=models.UniqueConstraint(fields=('series', 'key'), name='one_theme_per_key'),
                ),
                migrations.AddConstraint(
                    model_name='version',
                    constraint=models.UniqueConstraint(fields=('report', 'number'), name='one_version_per_number'),
                ),
            ],
        ),
    ]
