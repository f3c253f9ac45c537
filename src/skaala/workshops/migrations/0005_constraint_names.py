from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('workshops', '0004_translations_live'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql='ALTER INDEX one_admission_a_guest_and_board RENAME TO one_admission_per_guest_and_board',
                    reverse_sql='ALTER INDEX one_admission_per_guest_and_board RENAME TO one_admission_a_guest_and_board',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_current_vote_a_participant_and_root RENAME TO one_current_vote_per_participant_and_root',
                    reverse_sql='ALTER INDEX one_current_vote_per_participant_and_root RENAME TO one_current_vote_a_participant_and_root',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_frame_an_audience_and_language RENAME TO one_frame_per_audience_and_language',
                    reverse_sql='ALTER INDEX one_frame_per_audience_and_language RENAME TO one_frame_an_audience_and_language',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_small_group_a_participant_and_round RENAME TO one_small_group_per_participant_and_round',
                    reverse_sql='ALTER INDEX one_small_group_per_participant_and_round RENAME TO one_small_group_a_participant_and_round',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_note_a_group_and_number RENAME TO one_note_per_group_and_number',
                    reverse_sql='ALTER INDEX one_note_per_group_and_number RENAME TO one_note_a_group_and_number',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_picture_a_snapshot_and_method RENAME TO one_analysis_per_snapshot_and_method',
                    reverse_sql='ALTER INDEX one_analysis_per_snapshot_and_method RENAME TO one_picture_a_snapshot_and_method',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_small_group_a_round_and_number RENAME TO one_small_group_per_round_and_number',
                    reverse_sql='ALTER INDEX one_small_group_per_round_and_number RENAME TO one_small_group_a_round_and_number',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_statement_a_number RENAME TO one_statement_per_number',
                    reverse_sql='ALTER INDEX one_statement_per_number RENAME TO one_statement_a_number',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_translation_a_language RENAME TO one_translation_per_language',
                    reverse_sql='ALTER INDEX one_translation_per_language RENAME TO one_translation_a_language',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX a_participant_s_votes_are_counted_once RENAME TO one_vote_per_participant_and_number',
                    reverse_sql='ALTER INDEX one_vote_per_participant_and_number RENAME TO a_participant_s_votes_are_counted_once',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_watch_a_board_and_audience RENAME TO one_watch_per_board_and_audience',
                    reverse_sql='ALTER INDEX one_watch_per_board_and_audience RENAME TO one_watch_a_board_and_audience',
                ),
            ],
            state_operations=[
                migrations.RemoveConstraint(
                    model_name='admission',
                    name='one_admission_a_guest_and_board',
                ),
                migrations.RemoveConstraint(
                    model_name='currentvote',
                    name='one_current_vote_a_participant_and_root',
                ),
                migrations.RemoveConstraint(
                    model_name='frame',
                    name='one_frame_an_audience_and_language',
                ),
                migrations.RemoveConstraint(
                    model_name='member',
                    name='one_small_group_a_participant_and_round',
                ),
                migrations.RemoveConstraint(
                    model_name='note',
                    name='one_note_a_group_and_number',
                ),
                migrations.RemoveConstraint(
                    model_name='picture',
                    name='one_picture_a_snapshot_and_method',
                ),
                migrations.RemoveConstraint(
                    model_name='smallgroup',
                    name='one_small_group_a_round_and_number',
                ),
                migrations.RemoveConstraint(
                    model_name='statement',
                    name='one_statement_a_number',
                ),
                migrations.RemoveConstraint(
                    model_name='translation',
                    name='one_translation_a_language',
                ),
                migrations.RemoveConstraint(
                    model_name='vote',
                    name='a_participant_s_votes_are_counted_once',
                ),
                migrations.RemoveConstraint(
                    model_name='watch',
                    name='one_watch_a_board_and_audience',
                ),
                migrations.AddConstraint(
                    model_name='admission',
                    constraint=models.UniqueConstraint(fields=('board', 'participant'), name='one_admission_per_guest_and_board'),
                ),
                migrations.AddConstraint(
                    model_name='currentvote',
                    constraint=models.UniqueConstraint(fields=('participant', 'root'), name='one_current_vote_per_participant_and_root'),
                ),
                migrations.AddConstraint(
                    model_name='frame',
                    constraint=models.UniqueConstraint(fields=('board', 'audience', 'language'), name='one_frame_per_audience_and_language'),
                ),
                migrations.AddConstraint(
                    model_name='member',
                    constraint=models.UniqueConstraint(fields=('board', 'round', 'participant'), name='one_small_group_per_participant_and_round'),
                ),
                migrations.AddConstraint(
                    model_name='note',
                    constraint=models.UniqueConstraint(fields=('group', 'number'), name='one_note_per_group_and_number'),
                ),
                migrations.AddConstraint(
                    model_name='picture',
                    constraint=models.UniqueConstraint(fields=('board', 'snapshot', 'seed', 'method'), name='one_analysis_per_snapshot_and_method'),
                ),
                migrations.AddConstraint(
                    model_name='smallgroup',
                    constraint=models.UniqueConstraint(fields=('board', 'round', 'number'), name='one_small_group_per_round_and_number'),
                ),
                migrations.AddConstraint(
                    model_name='statement',
                    constraint=models.UniqueConstraint(fields=('board', 'number'), name='one_statement_per_number'),
                ),
                migrations.AddConstraint(
                    model_name='translation',
                    constraint=models.UniqueConstraint(fields=('root', 'language'), name='one_translation_per_language'),
                ),
                migrations.AddConstraint(
                    model_name='vote',
                    constraint=models.UniqueConstraint(fields=('participant', 'number'), name='one_vote_per_participant_and_number'),
                ),
                migrations.AddConstraint(
                    model_name='watch',
                    constraint=models.UniqueConstraint(fields=('board', 'audience'), name='one_watch_per_board_and_audience'),
                ),
            ],
        ),
    ]
