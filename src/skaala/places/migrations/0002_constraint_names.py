from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql='ALTER INDEX one_membership_a_joining RENAME TO one_membership_per_joining_year',
                    reverse_sql='ALTER INDEX one_membership_per_joining_year RENAME TO one_membership_a_joining',
                ),
            ],
            state_operations=[
                migrations.RemoveConstraint(
                    model_name='membership',
                    name='one_membership_a_joining',
                ),
                migrations.AddConstraint(
                    model_name='membership',
                    constraint=models.UniqueConstraint(fields=('network', 'municipality', 'joined_year'), name='one_membership_per_joining_year'),
                ),
            ],
        ),
    ]
