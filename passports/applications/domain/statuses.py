"""The life of an application, as one table (pattern 2). docs/states.md is drawn from it."""

from __future__ import annotations

from passport_site.core.transitions import Table, Transition, register

DRAFT, WAITING, MORE_NEEDED, APPROVED, REFUSED, WITHDRAWN = (
    "draft", "waiting", "more_needed", "approved", "refused", "withdrawn",
)  # fmt: skip
OPEN = [DRAFT, WAITING, MORE_NEEDED]
DECIDED = [APPROVED, REFUSED]
DECIDE = "applications.decide_application"

APPLICATION = register(
    Table(
        thing="application",
        initial=DRAFT,
        transitions=(
            Transition(
                "submit", (DRAFT,), WAITING, audit="application.submitted", notice="application_received"
            ),
            Transition(
                "ask_for_more",
                (WAITING,),
                MORE_NEEDED,
                DECIDE,
                "application.more_asked",
                "application_more_needed",
            ),
            Transition("answer", (MORE_NEEDED,), WAITING, audit="application.answered"),
            Transition(
                "approve", (WAITING,), APPROVED, DECIDE, "application.approved", "application_approved"
            ),
            Transition(
                "refuse",
                (WAITING, MORE_NEEDED),
                REFUSED,
                DECIDE,
                "application.refused",
                "application_refused",
            ),
            Transition("withdraw", (DRAFT, WAITING, MORE_NEEDED), WITHDRAWN, audit="application.withdrawn"),
        ),
    )
)
