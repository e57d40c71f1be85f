"""Rows by the hundred thousand for ``manage.py seed_scale``: true to every key and rule, with bounded memory."""
