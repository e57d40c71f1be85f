"""The WSGI application that gunicorn serves. Production settings unless the environment says otherwise."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passport_site.settings.production")

application = get_wsgi_application()

# What is loaded by now stays, and need not be looked through again; a request makes a few thousand objects and leaves hardly
# one that only the collector can free (ADR 0021).
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 10, 10)
