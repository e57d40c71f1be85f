"""Registers this room's CMS screens. Logic is in viewsets.py."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from passport_site.core.models import AuditEvent, JobRun
from passport_site.core.policies import ViewOnlyPolicy

from .models import User
from .viewsets import AuditViewSet, JobRunViewSet

for model in (AuditEvent, JobRun, Group):
    register_permission_policy(model, ViewOnlyPolicy(model), exact_class=True)


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [AuditViewSet("audit", url_prefix="audit"), JobRunViewSet("jobs", url_prefix="jobs")]


@hooks.register("before_bulk_action")
def no_bulk_action_on_people(request, action_type, objects, action):
    """Roles and access change one person at a time, through the form that writes the audit trail."""
    if User in action.models:
        raise PermissionDenied
