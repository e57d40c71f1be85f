"""The page types. The tree: home → directory → businesses, home → guidance → guidance pages, home →
standard pages."""

from .business import BusinessPage
from .directory import DirectoryPage
from .guidance import GuidanceIndexPage, GuidancePage, Topic
from .home import HomePage
from .standard import StandardPage

__all__ = [
    "BusinessPage",
    "DirectoryPage",
    "GuidanceIndexPage",
    "GuidancePage",
    "HomePage",
    "StandardPage",
    "Topic",
]
