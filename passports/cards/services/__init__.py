"""What can be done to passports and cards: keyword-only, by somebody, in one transaction, with its trail."""

from .attaching import give_account
from .codes import address_for, code_for
from .contact import change_contact
from .forgetting import forget_person, remove_old_passports
from .issuing import issue_card, issue_passport, replace_card
from .passports import change_design, end_passport, resume_passport, suspend_passport
from .photo import change_photo
from .printing import ask_for_post, mark_printed
from .renewing import ask_to_renew, renew_passport
from .stopping import found_again, report_lost, revoke_card

__all__ = [
    "address_for",
    "ask_for_post",
    "ask_to_renew",
    "change_contact",
    "change_design",
    "change_photo",
    "code_for",
    "end_passport",
    "forget_person",
    "found_again",
    "give_account",
    "issue_card",
    "issue_passport",
    "mark_printed",
    "remove_old_passports",
    "renew_passport",
    "replace_card",
    "report_lost",
    "resume_passport",
    "revoke_card",
    "suspend_passport",
]
