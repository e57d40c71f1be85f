"""The words that a new scheme's pages start with, in both languages. Officers change them in the CMS afterwards."""

from __future__ import annotations

from typing import Any

from . import home_cy, home_en, standard_cy, standard_en

Both = dict[str, dict[str, Any]]

HOME: Both = {"en": home_en.HOME, "cy": home_cy.HOME}
SECTIONS: dict[str, Both] = {
    name: {"en": home_en.SECTIONS[name], "cy": home_cy.SECTIONS[name]} for name in home_en.SECTIONS
}
STANDARD: dict[str, Both] = {
    name: {"en": standard_en.PAGES[name], "cy": standard_cy.PAGES[name]} for name in standard_en.PAGES
}
