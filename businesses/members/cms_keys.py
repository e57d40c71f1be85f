"""The keys of one business’s till systems in the CMS, as its owner has them at /business/keys/."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import keys_page
from .cms_views import TillsView
from .forms import NewKeyForm
from .models import Business


class KeysView(TillsView):
    """GET lists; POST makes, changes or stops a key. A new one is in the answer to the POST and never again."""

    model = Business
    permission_required = "members.enrol_device"
    template_name = "members/cms/keys.html"
    page_title = gettext_lazy("Keys of till systems")
    header_icon = "key"

    def get_breadcrumbs_items(self):
        *before, _tills = super().get_breadcrumbs_items()
        tills = {"url": reverse("businesses:tills", args=[self.business.pk]), "label": _("Tills")}
        return [*before, tills, {"url": "", "label": _("Keys of till systems")}]

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "form": kwargs.get("form") or NewKeyForm(business=self.business),
            "made": kwargs.get("made"),
            **keys_page.keys_of(self.business),
        }

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.POST.get("action") != "make":
            made = keys_page.change(request, self.business)
            if made is None:
                return redirect("businesses:keys", pk=self.business.pk)
            return self.render_to_response(self.get_context_data(made=made))
        form = NewKeyForm(request.POST, business=self.business)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        return self.render_to_response(self.get_context_data(made=keys_page.make(form, by=request.user)))
