"""Which address leads to which room."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    path("", include("skaala.site.root.urls")),
    path("directories/", include("skaala.desk.urls_outside")),
    path("api/", include("skaala.api.urls")),
    *i18n_patterns(
        path("style/", include("skaala.ui.style_guide.urls")),
        path("api/", include("skaala.api.guide.urls")),
        path("desk/", include("skaala.desk.urls")),
        path("", include("skaala.site.urls")),
    ),
]

handler400 = "skaala.ui.errors.bad_request"
handler403 = "skaala.ui.errors.permission_denied"
handler404 = "skaala.ui.errors.page_not_found"
handler500 = "skaala.ui.errors.server_error"
