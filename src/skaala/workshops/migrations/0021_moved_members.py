from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('workshops', '0020_polls'),
    ]

    operations = [
        migrations.AddField(
            model_name='member',
            name='is_moved',
            field=models.BooleanField(default=False),
        ),
    ]
