from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("series", "0022_kinds_without_choices")]

    operations = [
        migrations.AlterField(model_name="involvement", name="role", field=models.CharField(max_length=20)),
    ]
