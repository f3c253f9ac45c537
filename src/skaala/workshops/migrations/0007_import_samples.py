from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('workshops', '0006_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='intake',
            name='samples',
            field=models.JSONField(default=list),
        ),
    ]
