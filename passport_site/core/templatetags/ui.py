"""Our components as template tags. Builtins: no ``{% load %}`` needed. See docs/components.md."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.forms import BoundField
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from passport_site.core.forms import focus_id

register = template.Library()
COMPONENTS = Path(settings.BASE_DIR) / "templates" / "components"
NOTICE_ICONS = {"info": "info", "good": "check", "warn": "warning", "bad": "ban", "off": "clock"}
NOTICE_WORDS = {"info": _("Information"), "good": _("Success"), "warn": _("Warning"), "bad": _("Important")}


@functools.cache
def _drawing(folder: str, name: str) -> str:
    """The inside of an SVG under templates/components/. The name comes from a template, never a person."""
    return (COMPONENTS / folder / f"{name}.svg").read_text(encoding="utf-8").strip()


@register.simple_tag
def icon(name: str, label: str = "", big: bool = False) -> SafeString:
    """An icon. Without a label it is decoration and hidden from screen readers."""
    inner = mark_safe(_drawing("icons", name))  # noqa: S308 – a file of ours
    css = "icon big" if big else "icon"
    if label:
        return format_html(
            '<svg class="{}" viewBox="0 0 24 24" role="img" aria-label="{}">{}</svg>', css, label, inner
        )
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>', css, inner
    )


@register.simple_tag
def illustration(name: str, label: str = "", css: str = "picture") -> SafeString:
    """A drawing in the scheme's colours."""
    inner = mark_safe(_drawing("illustrations", name))  # noqa: S308 – a file of ours
    role = (
        format_html('role="img" aria-label="{}"', label)
        if label
        else mark_safe('aria-hidden="true" focusable="false"')
    )
    return format_html('<svg class="{}" viewBox="0 0 400 300" {}>{}</svg>', css, role, inner)


@register.simple_tag
def mark() -> SafeString:
    """The product's mark: one shape that holds another, in the colour of the text."""
    inner = mark_safe(_drawing("", "mark"))  # noqa: S308 – a file of ours
    return format_html('<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">{}</svg>', inner)


@register.inclusion_tag("components/button.html")
def button(text: str, href: str = "", kind: str = "primary", **more: Any) -> dict:
    """A link that looks like a button, or a form's submit button when there is no href."""
    return {"text": text, "href": href, "kind": kind, **more}


@register.inclusion_tag("components/post_button.html", takes_context=True)
def post_button(
    context: Context, text: str, action: str, kind: str = "secondary", icon: str = "", **hidden: Any
) -> dict:
    """One button that changes something, in its own POST form. Further keywords become hidden fields."""
    return {
        "text": text,
        "action": action,
        "kind": kind,
        "icon": icon,
        "hidden": hidden,
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_tag
def back_link(href: str, text: str = "") -> SafeString:
    """The way back, above the heading."""
    return format_html('<a class="back" href="{}">{}{}</a>', href, icon("back"), text or _("Back"))


@register.simple_tag
def phone(number: str, text: str = "") -> SafeString:
    """A phone number to tap. Spaces are for reading only."""
    if not number:
        return SafeString("")
    dial = "".join(sign for sign in str(number) if sign in "+0123456789")
    return format_html('<a class="phone-link" href="tel:{}">{}{}</a>', dial, icon("phone"), text or number)


@register.simple_tag
def progress(step: int, of: int, title: str = "") -> SafeString:
    """Progress in words, above the heading."""
    words = _("Step %(step)s of %(of)s") % {"step": step, "of": of}
    return format_html('<p class="progress">{}{}{}</p>', words, ": " if title else "", title)


@register.simple_tag
def status(kind: str, text: str) -> SafeString:
    """A state as word, shape and colour: good, warn, bad, off or info."""
    return format_html('<span class="status {}">{}{}</span>', kind, icon(NOTICE_ICONS[kind]), text)


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: str = "", role: str = "", level: int = 2) -> SafeString:
    """A message: info, good, warn or bad. ``role="alert"`` or ``"status"`` when it appears by itself."""
    heading = format_html('<h{0} class="notice-title">{1}</h{0}>', int(level), title) if title else ""
    said = format_html(' role="{}"', role) if role else ""
    mark_ = icon(NOTICE_ICONS[kind], label=NOTICE_WORDS[kind])
    return format_html(
        '<div class="notice {}"{}>{}<div>{}{}</div></div>', kind, said, mark_, heading, content
    )


@register.simple_block_tag
def panel(content: str, title: str) -> SafeString:
    """The confirmation at the end of a journey: its title is the page's h1."""
    return format_html('<div class="panel"><h1>{}</h1>{}</div>', title, content)


@register.simple_block_tag
def empty(content: str, title: str, picture: str = "cup", level: int = 2) -> SafeString:
    """What an empty list shows: a drawing, a sentence and the next step."""
    drawing = illustration(picture) if picture else ""
    return format_html('<div class="empty">{0}<h{1}>{2}</h{1}>{3}</div>', drawing, int(level), title, content)


@register.inclusion_tag("components/summary_list.html")
def summary_list(rows: Iterable[dict]) -> dict:
    """Answers to check. Each row: key, value, and if you like change (an address), about (its words)."""
    return {"rows": rows}


@register.inclusion_tag("components/table.html")
def table(
    caption: str, columns: Iterable[Any], rows: Iterable[Iterable[Any]], hide_caption: bool = False
) -> dict:
    """A table whose rows become cards on a phone. A column is a title, or ``(title, "num")`` for figures."""
    heads = [column if isinstance(column, (tuple, list)) else (column, "") for column in columns]
    cells = [list(zip(heads, row, strict=True)) for row in rows]
    return {"caption": caption, "heads": heads, "rows": cells, "hide_caption": hide_caption}


@register.inclusion_tag("components/tile.html")
def figure(number: Any, label: str, note: str = "", href: str = "") -> dict:
    """One figure with what it counts."""
    return {"number": number, "label": label, "note": note, "href": href}


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: Any) -> dict:
    """All mistakes of the page's forms, each a link to its field. Takes focus when the page opens.

    The same words twice (“Choose one answer”) would not say which question is meant, so its label stands before them.
    """
    items = []
    for form in forms:
        if not form or not form.is_bound:
            continue
        form.summary_shown = True
        items += [(None, "", error) for error in form.non_field_errors()]
        for field in form:
            found = [(field.label, error) for error in field.errors]
            items += [(None if field.is_hidden else focus_id(field), *one) for one in found]
    said = Counter(str(error) for *_place, error in items)
    return {
        "items": [
            (place, f"{str(label).rstrip(':')}{'' if str(label).endswith('?') else ':'} {error}")
            if label and said[str(error)] > 1
            else (place, error)
            for place, label, error in items
        ]
    }


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: Context, page_obj: Any) -> dict:
    """Earlier and later pages of a list, keeping the rest of the query."""
    return {"page_obj": page_obj, "request": context.get("request")}


@register.inclusion_tag("components/filter_bar.html")
def filter_bar(form: Any, clear: str = "", text: str = "", label: str = "") -> dict:
    """A GET form above a list. ``clear`` is the address without any filter."""
    return {
        "form": form,
        "clear": clear,
        "text": text or _("Search"),
        "label": label or _("Search and filter"),
    }


@register.inclusion_tag("components/card_face.html", takes_context=True)
def card_face(context: Context, face: Any) -> dict:
    """The card. Its attributes are listed in docs/components.md."""
    return {"face": face, "scheme": context.get("scheme")}


@register.inclusion_tag("components/till_result.html")
def till_result(result: Any) -> dict:
    """What the cashier reads from a metre away: tone (good, warn, bad), word, reason and the rest."""
    return {"result": result, "long": len(str(getattr(result, "word", "") or "")) > 4}


@register.filter
def hint_for(field: BoundField, option: Any) -> str:
    """The hint of one choice, from the form field's ``choice_hints`` (value → words), or nothing."""
    hints = getattr(field.field, "choice_hints", {})
    value = option.data.get("value")
    return hints.get(value) or hints.get(str(value)) or ""


@register.filter
def described(option: Any, hint: str) -> SafeString:
    """A choice's input, linked to its own hint when it has one."""
    if hint:
        option.data["attrs"]["aria-describedby"] = f"{option.id_for_label}_hint"
    return option.tag()


@register.simple_tag
def field(bound: BoundField, label: str = "", hint: str = "") -> SafeString:
    """A field of a form that is not ours, with our words; placeholders go."""
    bound.label = label or bound.label
    bound.help_text = hint or bound.help_text
    bound.field.widget.attrs.pop("placeholder", None)
    return bound.as_field_group()
