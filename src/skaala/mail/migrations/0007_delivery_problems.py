"""Why an email was not delivered: a code and a detail, where an English sentence was until now."""

import re

from django.db import migrations, models

SENTENCES = [
    (r"The mail server does not accept the address \((.*)\)\.", "address_refused"),
    (r"The mail server refused our user name or password \((.*)\)\.", "login_refused"),
    (r"The mail server does not let us send from our address \((.*)\)\.", "sender_refused"),
    (r"The mail server answered (.*)\.", "refused"),
    (r"The mail server did not answer in time\.()", "no_answer"),
    (r"The mail server could not be reached \((.*)\)\.", "unreachable"),
    (r"The letter came back: there is no such address \((.*)\)\.", "no_such_address"),
    (r"The letter came back: the mailbox takes nothing, it may be full \((.*)\)\.", "mailbox_closed"),
    (r"The letter came back \((.*)\)\.", "bounced"),
    (r"The letter could not be written \((.*)\)\.", "not_rendered"),
    (r"What the letter was about no longer exists\.()", "obsolete"),
]
BY_SERVER = {"address_refused", "login_refused", "sender_refused", "refused"}


def read(sentence):
    """Return code and detail of a sentence; one that nobody wrote counts as an answer of the server."""
    for pattern, code in SENTENCES:
        found = re.fullmatch(pattern, sentence)
        if found:
            numbers = found[1].split(", ")
            if code in BY_SERVER and all(re.fullmatch(r"4\d\d", number) for number in numbers):
                return "deferred", found[1][:100]
            return code, found[1][:100]
    return "refused", sentence[:100]


def forwards(apps, schema_editor):
    email = apps.get_model("mail", "Email")
    sentences = email.objects.exclude(last_error="").order_by().values_list("last_error", flat=True).distinct()
    for sentence in list(sentences):
        code, detail = read(sentence)
        email.objects.filter(last_error=sentence).update(problem=code, problem_detail=detail)
    email.objects.filter(state="overtaken").update(state="superseded")


class Migration(migrations.Migration):
    dependencies = [("mail", "0006_emails")]

    operations = [
        migrations.AddField(
            "email", "problem", models.CharField(blank=True, default="", max_length=20)
        ),
        migrations.AddField(
            "email", "problem_detail", models.CharField(blank=True, default="", max_length=100)
        ),
        migrations.AlterField(
            "email",
            "state",
            models.CharField(
                choices=[
                    ("queued", "waiting to be sent"),
                    ("sent", "sent"),
                    ("failed", "could not be sent"),
                    ("bounced", "came back"),
                    ("not_sent", "not sent: no mail server set"),
                    ("superseded", "not sent: no longer true"),
                    ("simulated", "simulated: never sent"),
                ],
                default="queued",
                max_length=10,
            ),
        ),
        migrations.RunPython(forwards, migrations.RunPython.noop),
        migrations.RemoveField("email", "last_error"),
    ]
