#!/usr/bin/env python
"""Django's command line for Carer Passport. `manage.py help` lists our commands by room."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passport_site.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
