"""Public pages kept in memory: made once a version and language, given to everyone until something changes.

A view says that its answer is the same for everyone with :func:`same_for_everyone` and until when with :func:`until`.
Nothing else is ever kept: no answer to a POST, none with a cookie, none with a query string that the view did not name.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache, wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from skaala.series import public_version

View = Callable[..., HttpResponse]
Headers = list[tuple[str, str]]
Key = tuple[str, str, str, str]

LONGEST = timedelta(minutes=10)
"""How long a page is kept at most, should a view ever forget an instant at which it changes."""
MOST_BYTES = 16_000_000


@dataclass(frozen=True, slots=True)
class KeptPage:
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
        """Return status, headers and body for this reader: gzipped if she takes it, 304 if she has it."""
        if _takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")):
            body, headers, tag = self.zipped, self.zipped_headers, self.zipped_tag
        else:
            body, headers, tag = self.plain, self.plain_headers, self.plain_tag
        asked = environ.get("HTTP_IF_NONE_MATCH")
        if asked and _matches(asked, tag):
            return 304, [header for header in headers if header[0] in _ALSO_WITH_304], b""
        return 200, headers, b"" if environ["REQUEST_METHOD"] == "HEAD" else body


_ALSO_WITH_304 = {"ETag", "Cache-Control", "Vary", "Content-Security-Policy"}


@lru_cache(maxsize=256)
def _takes_gzip(accepted: str) -> bool:
    found = re.search(r"(?:^|[\s,])gzip\s*(?:;\s*q=(\d(?:\.\d*)?))?\s*(?:,|$)", accepted)
    return found is not None and (found[1] is None or float(found[1]) > 0)


def _matches(asked: str, tag: str) -> bool:
    return any(one in {"*", tag} or one == f"W/{tag}" for one in parse_etags(asked))


class KeptPages:
    """The pages that this process keeps."""

    def __init__(self) -> None:
        self._pages: dict[Key, KeptPage] = {}
        self._bytes = 0
        self._lock = threading.Lock()

    def find(self, environ: dict[str, Any], read_version: Callable[[], str]) -> KeptPage | None:
        """
        Return the page for this request if it is kept and still as it should be.

        :param read_version: asked only if there is a page
        """
        key = _key(environ)
        page = self._pages.get(key) if key else None
        if page is None or not page.made_at <= timezone.now() < page.until or page.version != read_version():
            return None
        return page

    def keep(self, environ: dict[str, Any], page: KeptPage) -> None:
        """Keep ``page`` for the next who asks for the same."""
        key = _key(environ)
        if key is None:
            return
        with self._lock:
            size = len(page.plain) + len(page.zipped)
            if self._bytes + size > MOST_BYTES:
                self._pages.clear()
                self._bytes = 0
            before = self._pages.get(key)
            self._bytes += size - (len(before.plain) + len(before.zipped) if before else 0)
            self._pages[key] = page

    def clear(self) -> None:
        """Forget all pages."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0


kept_pages = KeptPages()


def _key(environ: dict[str, Any]) -> Key | None:
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
        return None
    scheme: str = environ["wsgi.url_scheme"]
    if settings.BEHIND_PROXY:
        scheme = environ.get("HTTP_X_FORWARDED_PROTO", scheme)
    host = environ.get("HTTP_HOST") or environ.get("SERVER_NAME", "")
    return scheme, host, environ["PATH_INFO"], environ.get("QUERY_STRING", "")


def same_for_everyone(view: View) -> View:
    """Let the answers of ``view`` be kept for all readers, as far as it says :func:`until` when they hold."""

    @wraps(view)
    def shown(request: HttpRequest, *args: object, **parts: object) -> HttpResponse:
        if request.method != "GET":
            return view(request, *args, **parts)
        version = public_version.current()  # before anything is read that the page shows
        now = timezone.now()
        response = view(request, *args, **parts)
        holds: tuple[datetime, str] | None = getattr(response, "_holds", None)
        if holds is not None and holds[1] == request.META.get("QUERY_STRING", ""):
            response._keep = (version, now, min(holds[0], now + LONGEST))  # type: ignore[attr-defined]
        return response

    return shown


def until(response: HttpResponse, instant: datetime, *, query: str = "") -> HttpResponse:
    """
    Note that ``response`` is the same for everyone until ``instant``, if nothing is changed.

    :param query: the one query string with which that is so; what a stranger may make up must not be kept
    """
    response._holds = (instant, query)  # type: ignore[attr-defined]
    return response


class KeptPagesMiddleware:
    """Keeps what may be kept as it leaves, with all that the other middleware has added, and gives it to the next."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Under `skaala.config.wsgi` kept pages are given before a request comes here; other servers find them here.
        page = kept_pages.find(request.META, public_version.current)
        if page is None:
            response = self.get_response(request)
            terms = getattr(response, "_keep", None)
            if terms is None or not _is_the_same_for_everyone(response):
                return response
            page = _made(response, *terms)
            kept_pages.keep(request.META, page)
        status, headers, body = page.answer(request.META)
        return HttpResponse(body, status=status, headers=dict(headers))


def _is_the_same_for_everyone(response: HttpResponse) -> bool:
    """The last look: whatever a view says, an answer with a cookie or one that depends on cookies is not kept."""
    if response.status_code != 200 or response.streaming or response.cookies:
        return False
    vary = {name.lower() for name in re.split(r"\s*,\s*", response.get("Vary", ""))}
    return not vary & {"cookie", "*"} and not response.has_header("Cache-Control")


def _made(response: HttpResponse, version: str, made_at: datetime, until: datetime) -> KeptPage:
    plain = response.content
    zipped = gzip.compress(plain, 9, mtime=0)
    patch_vary_headers(response, ["Accept-Encoding"])
    # Kept by browsers and proxies too, but asked for again each time: a change must be seen at once.
    response["Cache-Control"] = "no-cache"
    digest = hashlib.sha256(plain).hexdigest()[:24]
    others = [(name, value) for name, value in response.items() if name not in {"Content-Length", "ETag"}]
    plain_tag, zipped_tag = f'"{digest}"', f'"{digest}-gz"'
    return KeptPage(
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


class Door:
    """Stands before Django in the web server: gives kept pages without waking it."""

    def __init__(self, inside: Callable[..., Iterable[bytes]], pages: KeptPages = kept_pages) -> None:
        self._inside, self._pages = inside, pages
        self._watch = public_version.Watch()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        try:
            page = self._pages.find(environ, self._watch.current)
        except Exception:  # the database is lost: Django finds that too, and says so in the reader's language
            page = None
        if page is None:
            return self._inside(environ, start_response)
        status, headers, body = page.answer(environ)
        start_response("200 OK" if status == 200 else "304 Not Modified", list(headers))
        return [body]
