"""Writes docs/roles.md."""

from passport_site.accounts import role_docs
from passport_site.core.docs import DocCommand


class Command(DocCommand):
    help = "Writes docs/roles.md from the code; --check compares."
    path = "roles.md"
    text = role_docs.text
