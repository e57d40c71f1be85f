"""Writes docs/states.md."""

from passport_site.core import state_docs
from passport_site.core.docs import DocCommand


class Command(DocCommand):
    help = "Writes docs/states.md from the code; --check compares."
    path = "states.md"
    text = state_docs.text
