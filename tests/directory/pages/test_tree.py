"""The tree that every scheme starts with, its permissions and its workflow."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Page, Site, Workflow, WorkflowPage

from directory.pages.content import STANDARD
from directory.pages.models import GuidancePage, HomePage, StandardPage
from directory.pages.services import ensure_site_tree
from directory.pages.services.permissions import WORKFLOW
from tests.factories_pages import listed, page_of

pytestmark = pytest.mark.django_db

PATHS = ["", "offers/", "guidance/", *(f"{slug}/" for slug in STANDARD)]


def test_every_page_of_the_tree_opens_in_both_languages(whole_tree, fetch):
    for prefix, language in (("/", "en"), ("/cy/", "cy")):
        for path in PATHS:
            html = fetch(prefix + path)
            assert f'<html lang="{language}"' in html
            assert html.count("<h1") == 1, path
            assert 'class="notice info"' not in html


def test_a_second_run_changes_nothing(tree):
    before = (
        Page.objects.count(),
        GroupPagePermission.objects.count(),
        WorkflowPage.objects.count(),
        Site.objects.count(),
    )
    HomePage.objects.filter(pk=tree.home.pk).update(hero_title="Edited by an officer")
    again = ensure_site_tree(by="system:test")
    assert (
        Page.objects.count(),
        GroupPagePermission.objects.count(),
        WorkflowPage.objects.count(),
        Site.objects.count(),
    ) == before
    assert again.home.hero_title == "Edited by an officer"


def test_the_language_switch_leads_to_the_same_page(tree, fetch):
    business = listed("Copper Kettle")
    assert f'href="/cy/offers/{business.slug}/" lang="cy"' in fetch(f"/offers/{business.slug}/")
    assert 'href="/guidance/" lang="en"' in fetch("/cy/guidance/")


def test_a_page_without_welsh_is_shown_in_english_with_a_notice(tree, fetch):
    business = listed("Copper Kettle", page={"intro_en": "A quiet café.", "intro_cy": ""})
    assert page_of(business, "cy").alias_of_id == page_of(business).pk
    html = fetch(f"/cy/offers/{business.slug}/")
    assert '<p class="lead" lang="en">A quiet café.</p>' in html
    assert 'class="notice info"' in html
    assert 'class="notice info"' not in fetch(f"/offers/{business.slug}/")


def test_a_borrowed_page_becomes_its_own_when_welsh_words_come(tree, fetch):
    business = listed("Copper Kettle", page={"intro_en": "A quiet café.", "intro_cy": ""})
    from directory.pages.services import publish_business_page

    publish_business_page(
        business=business, by="system:test", intro_en="A quiet café.", intro_cy="Caffi tawel."
    )
    twin = page_of(business, "cy")
    assert twin.alias_of_id is None
    assert "Caffi tawel." in fetch(f"/cy/offers/{business.slug}/")


def test_the_workflow_covers_every_page_of_both_trees(tree):
    workflow = Workflow.objects.get(name=WORKFLOW)
    for page in Page.objects.filter(depth__gt=1):
        assert page.get_workflow() == workflow, page
    task = workflow.tasks.get().specific
    assert [group.name for group in task.groups.all()] == ["Commissioner"]


def test_commissioners_may_publish_everything_and_editors_only_write_guidance(tree, client_of):
    business = listed("Copper Kettle")
    commissioner, editor = client_of("Commissioner").user, client_of("Editor").user
    for page in (tree.home, tree.directory, page_of(business), page_of(business, "cy"), tree.guidance):
        may = page.permissions_for_user(commissioner)
        assert may.can_edit()
        assert may.can_publish()
    may = tree.guidance.permissions_for_user(editor)
    assert may.can_add_subpage()
    assert not may.can_publish()
    for page in (
        tree.home,
        tree.directory,
        page_of(business),
        StandardPage.objects.get(slug="privacy", locale=tree.home.locale),
    ):
        assert not page.permissions_for_user(editor).can_edit()


def test_other_roles_may_not_touch_pages(tree, client_of):
    for role in ("Assessor", "Call handler", "Privacy officer", "Business owner"):
        assert not tree.guidance.permissions_for_user(client_of(role).user).can_edit()


def test_wagtails_own_groups_are_gone(tree):
    assert not Group.objects.filter(name__in=["Moderators", "Editors"]).exists()


def test_an_editor_hands_in_and_a_commissioner_publishes(tree, client_of):
    """Given an editor's page, when it is handed in, then it is public only after a commissioner said yes."""
    editor, commissioner = client_of("Editor"), client_of("Commissioner")
    page = tree.guidance.add_child(
        instance=GuidancePage(
            title="Rest", slug="rest", summary="How to rest.", body=[("heading", "Rest")], live=False
        )
    )
    page.save_revision(user=editor.user)
    state = page.get_workflow().start(page, user=editor.user)
    assert not page.permissions_for_user(editor.user).can_publish()
    state.current_task_state.approve(user=commissioner.user)
    page.refresh_from_db()
    assert page.live


def test_home_holds_only_what_belongs_there(tree):
    assert not HomePage.can_create_at(Page.get_first_root_node())
    assert GuidancePage.can_create_at(tree.guidance)
    assert not GuidancePage.can_create_at(tree.directory)
