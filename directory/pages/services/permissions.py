"""Who may edit which part of the tree, and the check before anything is published. Safe to repeat.

Commissioners write and publish everything. Editors write guidance and hand it in; a commissioner
publishes it.
Business pages are for commissioners only. Permissions of models stand in accounts.roles; these belong
to places.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

COMMISSIONER, EDITOR = "Commissioner", "Editor"
COMMISSIONER_MAY = ("add", "change", "publish", "lock", "unlock", "bulk_delete")
EDITOR_MAY = ("add", "change")
LIBRARY = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")
WORKFLOW, TASK = "Check before publishing", "A commissioner checks it"
WAGTAILS_OWN_GROUPS = ("Moderators", "Editors")


def ensure_permissions(*, homes: Iterable[Page], guidance: Iterable[Page]) -> None:
    """Gives both groups what they may do on these parts of the tree and in the image and document library."""
    commissioners, editors = (Group.objects.get_or_create(name=name)[0] for name in (COMMISSIONER, EDITOR))
    for home in homes:
        _allow(commissioners, home, COMMISSIONER_MAY)
    for page in guidance:
        _allow(editors, page, EDITOR_MAY)
    root = Collection.get_first_root_node()
    for permission in Permission.objects.filter(
        codename__in=LIBRARY, content_type__app_label__in=("wagtailimages", "wagtaildocs")
    ):
        for group in (commissioners, editors):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=permission
            )
    # Wagtail makes two groups of its own that may edit everything. Our roles stand in accounts.roles,
    # nowhere else.
    Group.objects.filter(name__in=WAGTAILS_OWN_GROUPS, user__isnull=True).delete()


def _allow(group: Group, page: Page, verbs: Iterable[str]) -> None:
    for verb in verbs:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{verb}_page")
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def ensure_workflow(*, homes: Iterable[Page]) -> Workflow:
    """One step, approval by a commissioner, for every page below the home pages."""
    task, _made = GroupApprovalTask.objects.get_or_create(name=TASK)
    task.groups.add(Group.objects.get_or_create(name=COMMISSIONER)[0])
    workflow, _made = Workflow.objects.get_or_create(name=WORKFLOW)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr, defaults={"sort_order": 0})
    for home in homes:
        WorkflowPage.objects.get_or_create(page_id=home.pk, defaults={"workflow": workflow})
    Workflow.objects.filter(name="Moderators approval", active=True).update(active=False)
    return workflow
