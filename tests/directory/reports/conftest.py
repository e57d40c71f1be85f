"""One area, and one shop in it with one offer."""

from __future__ import annotations

import pytest

from tests.factories import AreaFactory, BranchFactory, BusinessFactory, OfferFactory


@pytest.fixture
def vale(db):
    return AreaFactory(slug="vale", name_en="Vale", position=1, sectors=["AJ1 1"])


@pytest.fixture
def shop(vale):
    business = BusinessFactory()
    return OfferFactory(business=business), BranchFactory(business=business, area=vale)
