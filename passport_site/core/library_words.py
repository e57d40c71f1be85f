"""Sentences of libraries that people can meet on our pages, marked for our Welsh catalogue.

allauth has no Welsh at all, and Django’s is from 2019: some sentences are missing, some are wrong. Of Wagtail’s
CMS a third is in Welsh; we add the words that every screen shows, and its rarer sentences stay English. Our
catalogue goes first (LOCALE_PATHS), so marking them here is all it takes. Nothing imports this module. Days of
the week are here because Welsh writes them small within a sentence, and only there do our pages print them.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop, ngettext_lazy

ALLAUTH = (
    gettext_noop("Use authenticator app or code"),
    gettext_noop("Use a security key"),
    gettext_noop("Incorrect code."),
    gettext_noop("Invalid or expired key."),
    gettext_noop("This account is currently inactive."),
    gettext_noop("Your primary email address must be verified."),
    gettext_noop("Please select only one."),
    gettext_noop("Be patient, you are sending too many requests."),
    gettext_noop("A user is already registered with this email address."),
    gettext_noop("Passwordless"),
    gettext_noop("TOTP Authenticator"),
    gettext_noop("WebAuthn"),
    gettext_noop("Password"),
)

WAGTAIL = (
    gettext_noop("Reports"),
    gettext_noop("Help"),
    gettext_noop("Documents"),
    gettext_noop("Document"),
    gettext_noop("Dashboard"),
    gettext_noop("Search…"),
    gettext_noop("Search all pages…"),
    gettext_noop("Show filters"),
    gettext_noop("Apply filters"),
    gettext_noop("Filter by"),
    gettext_noop("Clear"),
    gettext_noop("Clear filters"),
    gettext_noop("Any"),
    gettext_noop("Site history"),
    gettext_noop("Keyboard shortcuts"),
    gettext_noop("Locked pages"),
    gettext_noop("Aging pages"),
    gettext_noop("Page types usage"),
    gettext_noop("Workflows"),
    gettext_noop("Workflow tasks"),
    gettext_noop("Collections"),
    gettext_noop("Log out"),
    gettext_noop("Toggle sidebar"),
    gettext_noop("Toggle status"),
    gettext_noop("Toggle comments"),
    gettext_noop("Toggle checks"),
    gettext_noop("Toggle preview"),
    gettext_noop("Close dialog"),
    gettext_noop("More actions"),
    gettext_noop("Edit this item"),
    gettext_noop("Add a child page"),
    gettext_noop("Add child page"),
    gettext_noop("Publish page"),
    gettext_noop("Save changes"),
    gettext_noop("View draft"),
    gettext_noop("View history"),
    gettext_noop("View details"),
    gettext_noop("Live version"),
    gettext_noop("Current draft"),
    gettext_noop("Last published"),
    gettext_noop("Choose another page"),
    gettext_noop("Choose another item"),
    gettext_noop("There are no results."),
    gettext_noop("This action cannot be undone."),
    gettext_noop("Yes, delete it"),
    gettext_noop("No, don't delete it"),
    gettext_noop("Yes, unpublish it"),
    gettext_noop("Page type"),
    gettext_noop("Status:"),
    gettext_noop("just now"),
    gettext_noop("Latest"),
    gettext_noop("Updated"),
    gettext_noop("Created"),
    gettext_noop("User"),
    gettext_noop("Words"),
    gettext_noop("Readability"),
    gettext_noop("Reading time"),
    gettext_noop("Comments"),
    gettext_noop("Profile"),
    gettext_noop("Notifications"),
)

DJANGO = (
    gettext_noop("This field is required."),
    gettext_noop("Enter a valid value."),
    gettext_noop("Enter a valid URL."),
    gettext_noop("Enter a valid email address."),
    gettext_noop("Enter a whole number."),
    gettext_noop("Enter a number."),
    gettext_noop("Enter a valid date."),
    gettext_noop("Enter a valid time."),
    gettext_noop("Enter a valid date/time."),
    gettext_noop("Enter a list of values."),
    gettext_noop("Null characters are not allowed."),
    gettext_noop("The submitted file is empty."),
    gettext_noop("No file was submitted. Check the encoding type on the form."),
    gettext_noop("Please either submit a file or check the clear checkbox, not both."),
    gettext_noop("Select a valid choice. %(value)s is not one of the available choices."),
    gettext_noop("Select a valid choice. That choice is not one of the available choices."),
    gettext_noop("Ensure this value is less than or equal to %(limit_value)s."),
    gettext_noop("Ensure this value is greater than or equal to %(limit_value)s."),
    gettext_noop("%(model_name)s with this %(field_label)s already exists."),
    gettext_noop("Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
        "limit_value",
    ),
    ngettext_lazy(
        "Ensure this value has at least %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at least %(limit_value)d characters (it has %(show_value)d).",
        "limit_value",
    ),
)

DAYS = (
    gettext_noop("Monday"),
    gettext_noop("Tuesday"),
    gettext_noop("Wednesday"),
    gettext_noop("Thursday"),
    gettext_noop("Friday"),
    gettext_noop("Saturday"),
    gettext_noop("Sunday"),
)

HOW_LONG = (
    ngettext_lazy("%(num)d year", "%(num)d years", "num"),
    ngettext_lazy("%(num)d month", "%(num)d months", "num"),
    ngettext_lazy("%(num)d week", "%(num)d weeks", "num"),
    ngettext_lazy("%(num)d day", "%(num)d days", "num"),
    ngettext_lazy("%(num)d hour", "%(num)d hours", "num"),
    ngettext_lazy("%(num)d minute", "%(num)d minutes", "num"),
)
