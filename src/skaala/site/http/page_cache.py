"""The cache of public pages: rendered once per version and language, served from memory until something changes.

A view declares with :func:`public_cacheable` that its answer is the same for everyone, and with :func:`cache_until` how
long. Nothing else is cached: no answer to a POST, none with a cookie, none with a query string that the view did not name.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache, wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from skaala.series.queries import public_version
from skaala.site.http.hosts import is_of_service

View = Callable[..., HttpResponse]
Headers = list[tuple[str, str]]
Key = tuple[bool, str, str, str]

MAX_AGE = timedelta(minutes=10)
"""The longest that a page is cached, in case a view overlooks an instant at which it changes."""
MAX_BYTES = 16_000_000


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A page as it goes over the wire, plain and gzipped."""

    version: str
    made_at: datetime
    until: datetime
    plain: bytes
    zipped: bytes
    plain_headers: Headers
    zipped_headers: Headers
    plain_tag: str
    zipped_tag: str

    def answer(self, environ: dict[str, Any]) -> tuple[int, Headers, bytes]:
        """Return status, headers and body for this request: gzipped if it accepts that, 304 if the browser has the page."""
        if _takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")):
            body, headers, tag = self.zipped, self.zipped_headers, self.zipped_tag
        else:
            body, headers, tag = self.plain, self.plain_headers, self.plain_tag
        known_tags = environ.get("HTTP_IF_NONE_MATCH")
        if known_tags and _matches(known_tags, tag):
            return 304, [header for header in headers if header[0] in _ALSO_WITH_304], b""
        return 200, headers, b"" if environ["REQUEST_METHOD"] == "HEAD" else body


_ALSO_WITH_304 = {"ETag", "Cache-Control", "Vary", "Content-Security-Policy"}


@lru_cache(maxsize=256)
def _takes_gzip(accepted: str) -> bool:
    found = re.search(r"(?:^|[\s,])gzip\s*(?:;\s*q=(\d(?:\.\d*)?))?\s*(?:,|$)", accepted)
    return found is not None and (found[1] is None or float(found[1]) > 0)


def _matches(known_tags: str, tag: str) -> bool:
    return any(known in {"*", tag, f"W/{tag}"} for known in parse_etags(known_tags))


class PageCache:
    """The pages that this process has cached."""

    def __init__(self) -> None:
        self._pages: dict[Key, CachedPage] = {}
        self._bytes = 0
        self._lock = threading.Lock()

    def find(self, environ: dict[str, Any], read_version: Callable[[], str]) -> CachedPage | None:
        """
        Return the page for this request if it is cached and still current.

        :param read_version: called only if there is a page
        """
        page = self.unexpired(environ)
        return page if page is not None and page.version == read_version() else None

    def unexpired(self, environ: dict[str, Any]) -> CachedPage | None:
        """Return the page for this request whose time has not run out; its version is yet to be compared."""
        key = _key(environ)
        page = self._pages.get(key) if key else None
        if page is None or not page.made_at <= timezone.now() < page.until:
            return None
        return page

    def keep(self, environ: dict[str, Any], page: CachedPage) -> None:
        """Cache ``page`` for later requests of the same address."""
        key = _key(environ)
        if key is None:
            return
        with self._lock:
            size = len(page.plain) + len(page.zipped)
            if self._bytes + size > MAX_BYTES:
                self._pages.clear()
                self._bytes = 0
            before = self._pages.get(key)
            self._bytes += size - (len(before.plain) + len(before.zipped) if before else 0)
            self._pages[key] = page

    def clear(self) -> None:
        """Remove all pages."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0


page_cache = PageCache()


def _key(environ: dict[str, Any]) -> Key | None:
    """
    Return what a page is cached under.

    A page is the same under each of the service's names, and there are as many names as anybody makes up ports; so these are
    checked and no part of the key. An organisation's own host has pages of its own: only such a host gets here twice, since
    Django refuses the others before there is a page. So is what a request says about its scheme beyond https or not.
    """
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
        return None
    scheme: str = environ["wsgi.url_scheme"]
    if settings.BEHIND_PROXY:
        scheme = environ.get("HTTP_X_FORWARDED_PROTO", scheme)
    host = environ.get("HTTP_HOST") or environ.get("SERVER_NAME", "")
    domain = ""
    if not is_of_service(host):
        domain = split_domain_port(host)[0]
        if not domain:  # no host name at all: Django refuses it
            return None
    return scheme == "https", domain, environ["PATH_INFO"], environ.get("QUERY_STRING", "")


def public_cacheable(view: View) -> View:
    """Cache answers of ``view`` that it has marked with :func:`cache_until`; they must be the same for every reader."""

    @wraps(view)
    def marked(request: HttpRequest, *args: object, **parts: object) -> HttpResponse:
        if request.method != "GET":
            return view(request, *args, **parts)
        version = public_version.current()  # before anything is read that the page shows
        now = timezone.now()
        response = view(request, *args, **parts)
        cache_terms: tuple[datetime, str] | None = getattr(response, "_cache_terms", None)
        if cache_terms is not None and cache_terms[1] == request.META.get("QUERY_STRING", ""):
            response._cache_page = (version, now, min(cache_terms[0], now + MAX_AGE))  # type: ignore[attr-defined]
        return response

    return marked


def cache_until(response: HttpResponse, instant: datetime, *, query: str = "") -> HttpResponse:
    """
    Mark ``response`` as valid for everyone until ``instant`` unless something is changed.

    :param query: the only query string for which this holds; one that a stranger makes up must not be cached
    """
    response._cache_terms = (instant, query)  # type: ignore[attr-defined]
    return response


class PageCacheMiddleware:
    """Caches pages as they leave, with the headers that other middleware has added, and serves them to later requests."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Our own front serves cached pages before Django is entered; other servers find them here.
        page = page_cache.find(request.META, public_version.current)
        if page is None:
            response = self.get_response(request)
            terms = getattr(response, "_cache_page", None)
            if terms is None or not _is_public(response):
                return response
            page = _cached_page(response, *terms)
            page_cache.keep(request.META, page)
        status, headers, body = page.answer(request.META)
        return HttpResponse(body, status=status, headers=dict(headers))


def _is_public(response: HttpResponse) -> bool:
    """The last check: whatever a view says, an answer with a cookie or one that depends on cookies is not cached."""
    if response.status_code != 200 or response.streaming or response.cookies:
        return False
    vary = {name.lower() for name in re.split(r"\s*,\s*", response.get("Vary", ""))}
    return not vary & {"cookie", "*"} and not response.has_header("Cache-Control")


def _cached_page(response: HttpResponse, version: str, made_at: datetime, until: datetime) -> CachedPage:
    plain = response.content
    zipped = gzip.compress(plain, 9, mtime=0)
    patch_vary_headers(response, ["Accept-Encoding"])
    # Browsers and proxies keep it, too, but validate it each time: a change must be seen at once.
    response["Cache-Control"] = "no-cache"
    digest = hashlib.sha256(plain).hexdigest()[:24]
    others = [(name, value) for name, value in response.items() if name not in {"Content-Length", "ETag"}]
    plain_tag, zipped_tag = f'"{digest}"', f'"{digest}-gz"'
    return CachedPage(
        version=version,
        made_at=made_at,
        until=until,
        plain=plain,
        zipped=zipped,
        plain_headers=[*others, ("ETag", plain_tag), ("Content-Length", str(len(plain)))],
        zipped_headers=[
            *others,
            ("ETag", zipped_tag),
            ("Content-Encoding", "gzip"),
            ("Content-Length", str(len(zipped))),
        ],
        plain_tag=plain_tag,
        zipped_tag=zipped_tag,
    )
