"""Indexes that another one begins with, and that of a scan's offer, which most scans have not.

Django would also take the foreign keys off and check each row again to put them back; tills wait for that. Here only the
indexes go, by name.
"""

import django.db.models.deletion
from django.db import migrations, models

COLUMNS = [
    ("redemptions_redemption", "offer_id"),
    ("redemptions_redemption", "passport_id"),
    ("redemptions_scan", "device_id"),
    ("redemptions_scan", "offer_id"),
]
NEW = "redemptions_scan_offer"


def drop(apps, schema_editor):
    connection = schema_editor.connection
    for table, column in COLUMNS:
        with connection.cursor() as cursor:
            found = connection.introspection.get_constraints(cursor, table)
        for name, one in found.items():
            plain = one["index"] and not one["unique"] and not one["primary_key"] and name != NEW
            if plain and one["columns"] == [column]:
                schema_editor.execute(f"DROP INDEX {schema_editor.quote_name(name)}")


def make_again(apps, schema_editor):
    for table, column in COLUMNS:
        name, of, on = map(schema_editor.quote_name, (f"{table}_{column}_idx", table, column))
        schema_editor.execute(f"CREATE INDEX {name} ON {of} ({on})")


def foreign_key(to, on_delete, **more):
    return models.ForeignKey(db_index=False, on_delete=on_delete, to=to, **more)


PROTECT, SET_NULL = django.db.models.deletion.PROTECT, django.db.models.deletion.SET_NULL


class Migration(migrations.Migration):
    dependencies = [
        ("cards", "0007_wallet_passes"),
        ("members", "0006_staff"),
        ("offers", "0004_visitors_welcome"),
        ("partners", "0002_visits"),
        ("redemptions", "0008_visitors"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="scan",
            index=models.Index(condition=models.Q(("offer__isnull", False)), fields=["offer"], name=NEW),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(drop, make_again)],
            state_operations=[
                migrations.AlterField(
                    "redemption", "offer", foreign_key("offers.offer", PROTECT, related_name="redemptions")
                ),
                migrations.AlterField(
                    "redemption", "passport", foreign_key("cards.passport", SET_NULL, null=True, related_name="+")
                ),
                migrations.AlterField(
                    "scan", "device", foreign_key("members.device", SET_NULL, null=True, related_name="scans")
                ),
                migrations.AlterField(
                    "scan", "offer", foreign_key("offers.offer", SET_NULL, null=True, related_name="+")
                ),
            ],
        ),
    ]
