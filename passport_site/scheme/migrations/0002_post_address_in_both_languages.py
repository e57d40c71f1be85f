from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("scheme", "0001_initial")]

    operations = [
        migrations.RenameField("scheme", "post_address", "post_address_en"),
        migrations.AlterField(
            "scheme",
            "post_address_en",
            models.TextField(blank=True, verbose_name="postal address, in English"),
        ),
        migrations.AddField(
            "scheme",
            "post_address_cy",
            models.TextField(blank=True, verbose_name="postal address, in Welsh"),
        ),
    ]
