from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('series', '0006_by_invitation'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql='ALTER INDEX one_event_an_address RENAME TO one_event_per_address',
                    reverse_sql='ALTER INDEX one_event_per_address RENAME TO one_event_an_address',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_event_a_kind_and_number RENAME TO one_event_per_kind_and_number',
                    reverse_sql='ALTER INDEX one_event_per_kind_and_number RENAME TO one_event_a_kind_and_number',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_part_a_role RENAME TO one_involvement_per_role',
                    reverse_sql='ALTER INDEX one_involvement_per_role RENAME TO one_part_a_role',
                ),
            ],
            state_operations=[
                migrations.RemoveConstraint(
                    model_name='event',
                    name='one_event_an_address',
                ),
                migrations.RemoveConstraint(
                    model_name='event',
                    name='one_event_a_kind_and_number',
                ),
                migrations.RemoveConstraint(
                    model_name='involvement',
                    name='one_part_a_role',
                ),
                migrations.AddConstraint(
                    model_name='event',
                    constraint=models.UniqueConstraint(fields=('series', 'slug'), name='one_event_per_address'),
                ),
                migrations.AddConstraint(
                    model_name='event',
                    constraint=models.UniqueConstraint(fields=('series', 'kind', 'number'), name='one_event_per_kind_and_number'),
                ),
                migrations.AddConstraint(
                    model_name='involvement',
                    constraint=models.UniqueConstraint(fields=('series', 'organisation', 'role'), name='one_involvement_per_role'),
                ),
            ],
        ),
    ]
