"""The demo scheme as rows: one module for each subject, run in order by `steps.py` (``manage.py seed_demo``)."""
