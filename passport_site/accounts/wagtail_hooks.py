"""Registers this room's CMS screens. Logic is in viewsets.py."""

from __future__ import annotations

from django.contrib.auth.models import Group
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from passport_site.core.models import AuditEvent, JobRun
from passport_site.core.policies import ViewOnlyPolicy

from .viewsets import AuditViewSet, JobRunViewSet

for model in (AuditEvent, JobRun, Group):
    register_permission_policy(model, ViewOnlyPolicy(model), exact_class=True)


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [AuditViewSet("audit", url_prefix="audit"), JobRunViewSet("jobs", url_prefix="jobs")]
