"""The picture of a series that is shown with links to it elsewhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from skaala.site.announcement.presenters.pages import holds_until, series_page
from skaala.site.announcement.presenters.share_picture import share_picture
from skaala.site.http.lookups import series_or_404
from skaala.site.http.page_cache import cache_until, public_cacheable
from skaala.ui.child import UnableToFinish


@public_cacheable
def picture(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the picture; 503 where the machine is busy with others, so that it is asked for again."""
    now = timezone.now()
    found = series_or_404(request, slug, now=now)
    try:
        content = share_picture(series_page(found, now=now), now=now)
    except UnableToFinish:
        return HttpResponse(status=503, headers={"Retry-After": "10"})
    return cache_until(HttpResponse(content, content_type="image/png"), holds_until(found, now=now))
