"""What has been published stands still: boards whose results are public are frozen as they are now."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


def freeze(apps, schema_editor):
    Board = apps.get_model("workshops", "Board")
    for board in Board.objects.filter(results_published_at__isnull=False).select_related("event"):
        _freeze(apps, board)


def _freeze(apps, board):
    from skaala.workshops.rules.ballots import Ballots  # pure: it knows no tables

    get = apps.get_model
    Publication, Statement, Vote = (get("workshops", name) for name in ("Publication", "Statement", "Vote"))
    picture = get("workshops", "Picture").objects.filter(board=board).order_by("-made_at").first()
    standing = Statement.objects.filter(board=board, state__in=["shown", "hidden"]).values("root")
    # Cast there or in an earlier workshop; what somebody said later on another board of the series was never of this one.
    rows = [
        (str(who), str(root), value)
        for who, root, value in Vote.objects.filter(
            root__in=standing, board__event__start__lte=board.event.start
        )
        .order_by("participant", "root", "-number")
        .distinct("participant", "root")
        .values_list("participant", "root", "value")
        if value is not None
    ]
    people = get("workshops", "Participant").objects.filter(series=board.event.series_id)
    perspectives = {str(who): name for who, name in people.values_list("pk", "perspective")}
    ballots = Ballots.of(rows, perspectives, {})
    result = dict(picture.result) if picture is not None else {}
    ids = {who: str(uuid.uuid4()) for who in {*ballots.perspectives, *result.get("places", {}), *result.get("members", {})}}
    for name in ("remembered", "priorities"):
        result.pop(name, None)
    for name in ("members", "places"):
        if name in result:
            result[name] = dict(sorted((ids[who], part) for who, part in result[name].items()))
    Publication.objects.create(
        board=board,
        made_at=picture.made_at if picture is not None else board.results_published_at,
        result=result,
        ballots=ballots.under_ids(ids).packed() if result else None,
    )


class Migration(migrations.Migration):

    dependencies = [
        ('workshops', '0008_language_codes'),
    ]

    operations = [
        migrations.AddField(
            model_name='picture',
            name='ballots',
            field=models.BinaryField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField()),
                ('has_rows', models.BooleanField(default=False)),
                ('result', models.JSONField(blank=True, default=dict)),
                ('ballots', models.BinaryField(blank=True, null=True)),
                ('board', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='publication', to='workshops.board')),
            ],
        ),
        migrations.CreateModel(
            name='PublishedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ending', models.CharField(max_length=8)),
                ('content', models.BinaryField()),
                ('numbers', models.JSONField(default=list)),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='workshops.publication')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('publication', 'ending'), name='one_published_file_per_publication_and_ending')],
            },
        ),
        migrations.RunPython(freeze, migrations.RunPython.noop),
    ]
