"""Writes of this room. Other rooms of the wing use these; `publish` and `tree` are what seeds need."""

from .cache import forget_pages
from .index import refresh_search_text
from .publish import publish_business_page, publish_guidance_page, unpublish_business_page
from .tree import SiteTree, ensure_site_tree

__all__ = [
    "SiteTree",
    "ensure_site_tree",
    "forget_pages",
    "publish_business_page",
    "publish_guidance_page",
    "refresh_search_text",
    "unpublish_business_page",
]
