"""`POST /api/v1/uploads`: what a till system did without a network. Mounted by `api`, which asks for the token."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from . import api_auth, api_shapes, upload_body
from .upload_shapes import UploadIn, UploadOut

router = Router()


@router.post(
    "uploads",
    response={200: UploadOut} | api_shapes.problems(401, 403),
    summary="Send what was scanned without a network",
)
def uploads(request: HttpRequest, body: UploadIn):
    """At most 1,000 items and 1 MB. Every item is stored and answered; one that cannot be read never stops the others.

    Send the same again after a broken connection: the same key gives the same answer (`repeated`) and is stored once.
    Times are shifted by how far `device_time` is from ours, and kept between the last time that the device had nothing
    left to send (at most 8 days ago) and now. Limits hold across all tills: who comes second gets `offline_duplicate`.
    """
    api_auth.count_scans(request, request.auth, len(body.items))
    return upload_body.take(body, device=request.auth)
