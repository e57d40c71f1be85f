"""What somebody types to see an application that an officer filled in for them."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passport_site.core.forms import DateBoxesField, Form


class ClaimForm(Form):
    date_of_birth = DateBoxesField(
        label=_("Date of birth of the carer"),
        help_text=_("For example, 27 3 1980"),
        latest=timezone.localdate,
        error_messages={"required": _("Enter the date of birth, like 27 3 1980")},
    )
