"""The questions of an application, one form a page."""
