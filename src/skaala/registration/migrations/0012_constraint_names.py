from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registration', '0011_sources'),
    ]

    operations = [
        migrations.RenameIndex(
            model_name='attendance',
            new_name='waiting_lists',
            old_name='lines',
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql='ALTER INDEX one_answer_a_person_and_question RENAME TO one_answer_per_person_and_question',
                    reverse_sql='ALTER INDEX one_answer_per_person_and_question RENAME TO one_answer_a_person_and_question',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_attendance_a_person_and_event RENAME TO one_attendance_per_person_and_event',
                    reverse_sql='ALTER INDEX one_attendance_per_person_and_event RENAME TO one_attendance_a_person_and_event',
                ),
                migrations.RunSQL(
                    sql='ALTER TABLE registration_attendance RENAME CONSTRAINT who_waits_has_a_place_in_the_line TO waiting_has_time_and_number',
                    reverse_sql='ALTER TABLE registration_attendance RENAME CONSTRAINT waiting_has_time_and_number TO who_waits_has_a_place_in_the_line',
                ),
                migrations.RunSQL(
                    sql='ALTER TABLE registration_attendance RENAME CONSTRAINT one_waits_for_what_one_has_not TO waits_only_for_other_mode',
                    reverse_sql='ALTER TABLE registration_attendance RENAME CONSTRAINT waits_only_for_other_mode TO one_waits_for_what_one_has_not',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_person_a_place_in_the_line RENAME TO one_person_per_waiting_number',
                    reverse_sql='ALTER INDEX one_person_per_waiting_number RENAME TO one_person_a_place_in_the_line',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_standing_consent_a_purpose RENAME TO one_active_consent_per_purpose',
                    reverse_sql='ALTER INDEX one_active_consent_per_purpose RENAME TO one_standing_consent_a_purpose',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_kept_count_a_measure_and_key RENAME TO one_kept_count_per_measure_and_key',
                    reverse_sql='ALTER INDEX one_kept_count_per_measure_and_key RENAME TO one_kept_count_a_measure_and_key',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_reminder_an_event_and_start RENAME TO one_reminder_per_event_and_start',
                    reverse_sql='ALTER INDEX one_reminder_per_event_and_start RENAME TO one_reminder_an_event_and_start',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_request_for_feedback_an_event RENAME TO one_feedback_request_per_event',
                    reverse_sql='ALTER INDEX one_feedback_request_per_event RENAME TO one_request_for_feedback_an_event',
                ),
                migrations.RunSQL(
                    sql='ALTER INDEX one_active_registration_a_series_and_address RENAME TO one_active_registration_per_series_and_address',
                    reverse_sql='ALTER INDEX one_active_registration_per_series_and_address RENAME TO one_active_registration_a_series_and_address',
                ),
            ],
            state_operations=[
                migrations.RemoveConstraint(
                    model_name='answer',
                    name='one_answer_a_person_and_question',
                ),
                migrations.RemoveConstraint(
                    model_name='attendance',
                    name='one_attendance_a_person_and_event',
                ),
                migrations.RemoveConstraint(
                    model_name='attendance',
                    name='who_waits_has_a_place_in_the_line',
                ),
                migrations.RemoveConstraint(
                    model_name='attendance',
                    name='one_waits_for_what_one_has_not',
                ),
                migrations.RemoveConstraint(
                    model_name='attendance',
                    name='one_person_a_place_in_the_line',
                ),
                migrations.RemoveConstraint(
                    model_name='consent',
                    name='one_standing_consent_a_purpose',
                ),
                migrations.RemoveConstraint(
                    model_name='keptcount',
                    name='one_kept_count_a_measure_and_key',
                ),
                migrations.RemoveConstraint(
                    model_name='mailing',
                    name='one_reminder_an_event_and_start',
                ),
                migrations.RemoveConstraint(
                    model_name='mailing',
                    name='one_request_for_feedback_an_event',
                ),
                migrations.RemoveConstraint(
                    model_name='registration',
                    name='one_active_registration_a_series_and_address',
                ),
                migrations.AddConstraint(
                    model_name='answer',
                    constraint=models.UniqueConstraint(fields=('registration', 'question'), name='one_answer_per_person_and_question'),
                ),
                migrations.AddConstraint(
                    model_name='attendance',
                    constraint=models.UniqueConstraint(fields=('registration', 'event'), name='one_attendance_per_person_and_event'),
                ),
                migrations.AddConstraint(
                    model_name='attendance',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('waiting_number__isnull', True), ('waiting_since__isnull', True), ('waits_for', '')), models.Q(models.Q(('waits_for', ''), _negated=True), ('waiting_number__isnull', False), ('waiting_since__isnull', False)), _connector='OR'), name='waiting_has_time_and_number'),
                ),
                migrations.AddConstraint(
                    model_name='attendance',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'waiting'), ('waits_for', models.F('mode'))), models.Q(('state', 'confirmed'), models.Q(('waits_for', models.F('mode')), _negated=True)), models.Q(('state', 'cancelled'), ('waits_for', '')), _connector='OR'), name='waits_only_for_other_mode'),
                ),
                migrations.AddConstraint(
                    model_name='attendance',
                    constraint=models.UniqueConstraint(condition=models.Q(('waits_for', ''), _negated=True), fields=('event', 'waits_for', 'waiting_number'), name='one_person_per_waiting_number'),
                ),
                migrations.AddConstraint(
                    model_name='consent',
                    constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('registration', 'purpose'), name='one_active_consent_per_purpose'),
                ),
                migrations.AddConstraint(
                    model_name='keptcount',
                    constraint=models.UniqueConstraint(fields=('event', 'measure', 'key'), name='one_kept_count_per_measure_and_key'),
                ),
                migrations.AddConstraint(
                    model_name='mailing',
                    constraint=models.UniqueConstraint(condition=models.Q(('kind', 'reminder')), fields=('event', 'about_start'), name='one_reminder_per_event_and_start'),
                ),
                migrations.AddConstraint(
                    model_name='mailing',
                    constraint=models.UniqueConstraint(condition=models.Q(('kind', 'feedback')), fields=('event',), name='one_feedback_request_per_event'),
                ),
                migrations.AddConstraint(
                    model_name='registration',
                    constraint=models.UniqueConstraint(condition=models.Q(('cancelled_at__isnull', True)), fields=('series', 'email_normalised'), name='one_active_registration_per_series_and_address'),
                ),
            ],
        ),
    ]
