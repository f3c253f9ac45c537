"""What a directory tells us unasked: that somebody has signed out there, or has been ended (OpenID Connect Back-Channel Logout)."""

from __future__ import annotations

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from skaala.people import operations, queries
from skaala.people.rules.directory import Refused

A_MINUTE = timedelta(minutes=1)
MOST_A_MINUTE = 120  # each has us ask the directory for its keys


@csrf_exempt  # a machine calls it; what counts is the signature
@require_POST
def ended(request: HttpRequest, organisation: str) -> HttpResponse:
    directory = queries.find_directory(organisation)
    if directory is None:
        raise Http404
    now = timezone.now()
    wait = operations.hit(
        purpose="directory-notice",
        caller=operations.network_address(request.META),
        limit=MOST_A_MINUTE,
        within=A_MINUTE,
        now=now,
    )
    if wait:
        return JsonResponse({"error": "too_many_requests"}, status=429, headers={"Retry-After": str(wait)})
    try:
        operations.end_by_notice(directory=directory, token=request.POST.get("logout_token", ""), now=now)
    except Refused as refusal:
        answer = {"error": "invalid_request", "error_description": refusal.reason.value}
        return JsonResponse(answer, status=400)
    return HttpResponse(status=200)
