"""Writes docs/data-map.md."""

from passport_site.core import data_map
from passport_site.core.docs import DocCommand


class Command(DocCommand):
    help = "Writes docs/data-map.md from the code; --check compares."
    path = "data-map.md"
    text = data_map.text
