"""All settings, read from environment variables from top to bottom; a wrong one stops the start and says what to set.

Every variable is described in docs/operators-guide.md; a test keeps the two lists equal.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from csp.constants import NONE, SELF
from environ import Env

from skaala.config import languages
from skaala.config.variables import (
    answers_to,
    assistants_address,
    email_address,
    importable,
    names,
    networks,
    refuse_unknown,
    stop,
    switch,
    take_files,
    text,
    whole_number,
)

PACKAGE = Path(__file__).resolve().parent.parent
take_files()


# --- How it runs -----------------------------------------------------------------------------------------

MODE = text("SKAALA_MODE", "production")
if MODE not in {"production", "demo", "debug"}:
    raise stop(f"SKAALA_MODE is “{MODE}”. Set it to production, demo or debug.")
DEBUG = MODE == "debug"
DEMO = MODE == "demo"

# Where the embedded database, collected styles and uploaded files live.
DATA_DIR = Path(text("SKAALA_DATA_DIR", "var")).resolve()

# The keys that seal people's workspace links until their emails have gone. Keep them out of the database's backups.
SERIES_KEYS_DIR = Path(text("SKAALA_SERIES_KEYS_DIR", str(DATA_DIR / "series-keys"))).resolve()

SECRET_KEY = text("SKAALA_SECRET_KEY")
if len(SECRET_KEY) < 32:
    raise stop(
        "SKAALA_SECRET_KEY is missing or shorter than 32 characters. Personal links are signed with it. "
        "Make one with `skaala secret-key` and keep it where only the server can read it."
    )
# Old keys whose links should still open after the key has been changed, separated by commas.
SECRET_KEY_FALLBACKS = names("SKAALA_OLD_SECRET_KEYS")

ALLOWED_HOSTS = names("SKAALA_ALLOWED_HOSTS")
if not ALLOWED_HOSTS:
    if MODE == "production":
        raise stop(
            "SKAALA_ALLOWED_HOSTS is missing. Set it to the host names people will use, separated by commas, "
            "for example events.example.org."
        )
    ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
if wrong := [host for host in ALLOWED_HOSTS if "/" in host]:
    raise stop(
        f"SKAALA_ALLOWED_HOSTS names {wrong[0]}. Write host names alone, for example events.example.org."
    )

# The address that emails and calendar files point to.
BASE_URL = text("SKAALA_BASE_URL").rstrip("/")
if not BASE_URL:
    if MODE == "production":
        raise stop(
            "SKAALA_BASE_URL is missing. Set it to the address of the front page, for example "
            "https://events.example.org; the links in letters begin with it."
        )
    BASE_URL = "http://localhost:8000"
if not BASE_URL.startswith(("https://", "http://")):
    raise stop(
        f"SKAALA_BASE_URL is “{BASE_URL}”. It must begin with https:// (or http:// on your own machine)."
    )
HTTPS = BASE_URL.startswith("https://")
_base = urlsplit(BASE_URL)
if _base.path or _base.query or _base.fragment:
    raise stop(
        f"SKAALA_BASE_URL is “{BASE_URL}”. The pages need a host name of their own, without a path, "
        "for example https://events.example.org."
    )
if not answers_to(_base.hostname or "", ALLOWED_HOSTS):
    raise stop(
        f"the host name in SKAALA_BASE_URL ({_base.netloc}) is not in SKAALA_ALLOWED_HOSTS, so that no link in an email "
        "would open. Add it there."
    )

TIME_ZONE = text("SKAALA_TIME_ZONE", "Europe/Helsinki")
try:
    ZoneInfo(TIME_ZONE)
except (ZoneInfoNotFoundError, ValueError) as error:
    raise stop(f"SKAALA_TIME_ZONE is “{TIME_ZONE}”. Set it to a name such as Europe/Helsinki.") from error
USE_TZ = True

# The operator named on the pages about privacy and accessibility where no series is concerned.
OPERATOR_NAME = text("SKAALA_OPERATOR_NAME")
OPERATOR_EMAIL = email_address("SKAALA_OPERATOR_EMAIL")
# What only the operator knows, for the privacy notices: who else keeps the servers, and how long logs and backups live.
OPERATOR_PROCESSORS = text("SKAALA_OPERATOR_PROCESSORS")
LOG_DAYS = whole_number("SKAALA_LOG_DAYS", 14)
BACKUP_DAYS = whole_number("SKAALA_BACKUP_DAYS", 30)
# What is written down of the fields about people, for the data protection report of a series.
PERSONAL_FIELDS = Path(__file__).with_name("personal_fields.toml")

# --- The database: the only store, queue and bus -----------------------------------------------------------

DATABASE_URL = text("DATABASE_URL")
if not DATABASE_URL:
    raise stop(
        "DATABASE_URL is missing. Start through the `skaala` command, which brings a PostgreSQL of its own, "
        "or set it, for example postgresql://skaala:password@localhost/skaala."
    )
if not DATABASE_URL.startswith(("postgres://", "postgresql://")):
    raise stop(
        "DATABASE_URL must begin with postgresql://; Skaala keeps everything in PostgreSQL 15 or newer."
    )
DATABASES = {
    "default": {
        **Env.db_url_config(DATABASE_URL),
        "ENGINE": "django.db.backends.postgresql",
        "CONN_HEALTH_CHECKS": True,
    }
}
# Nothing waits for a database host that has vanished: what the address says comes before these.
DATABASES["default"]["OPTIONS"] = {
    "connect_timeout": 5,
    "keepalives_idle": 15,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,  # milliseconds; without it, TCP tries again for a quarter of an hour
    **DATABASES["default"].get("OPTIONS", {}),
}
# Set by the web processes, where somebody waits for the page.
STATEMENT_SECONDS = whole_number("SKAALA_STATEMENT_SECONDS", 0)
if STATEMENT_SECONDS:
    DATABASES["default"]["OPTIONS"].setdefault(
        "options",
        f"-c statement_timeout={1000 * STATEMENT_SECONDS} -c lock_timeout={500 * STATEMENT_SECONDS}",
    )
# The server binds values, and plans a statement once a connection; a pooler between that hands each transaction to another
# connection must know of that (PgBouncer does from 1.21 on) or it is to be switched off.
if switch("SKAALA_PREPARED_STATEMENTS", default=True):
    DATABASES["default"]["OPTIONS"] |= {"server_side_binding": True, "prepare_threshold": 3}
DATABASES["default"]["OPTIONS"]["pool"] = {
    "min_size": 1,
    "max_size": whole_number("SKAALA_DATABASE_CONNECTIONS", 8, least=1),
    "timeout": 10,
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Mail --------------------------------------------------------------------------------------------------

EMAIL_URL = text("EMAIL_URL")
if EMAIL_URL and MODE == "production" and not text("SKAALA_MAIL_FROM"):
    raise stop(
        "EMAIL_URL is set and SKAALA_MAIL_FROM is not. Set it to the sender of the emails, for example "
        "Events of the association <events@example.org>; mail servers refuse emails from localhost."
    )
MAIL_FROM = email_address("SKAALA_MAIL_FROM", "Skaala <no-reply@localhost>")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = MAIL_FROM
EMAIL_TIMEOUT = 20
if EMAIL_URL:
    try:
        _mail = Env.email_url_config(EMAIL_URL)
    except Exception as error:
        raise stop(
            "EMAIL_URL cannot be read. Write it as smtp://user:password@host:port, with smtp+tls:// for STARTTLS "
            "or smtp+ssl:// for TLS from the start."
        ) from error
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = _mail["EMAIL_HOST"] or "localhost"
    EMAIL_PORT = _mail["EMAIL_PORT"] or 25
    EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"] or ""
    EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"] or ""
    EMAIL_USE_TLS = bool(_mail.get("EMAIL_USE_TLS"))
    EMAIL_USE_SSL = bool(_mail.get("EMAIL_USE_SSL"))

# --- The rooms ---------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "skaala.config",  # first, since its `migrate` is the one that counts
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "procrastinate.contrib.django",
    "skaala.ui",
    "skaala.mail",
    "skaala.people",
    "skaala.places",
    "skaala.series",
    "skaala.registration",
    "skaala.workshops",
    "skaala.evidence",
    "skaala.reports",
    "skaala.catalogue",
    "skaala.site",
    "skaala.desk",
    "skaala.api",
    "skaala.demo",
]
AUTH_USER_MODEL = "people.Account"

MIDDLEWARE = [
    "skaala.site.http.hosts.OrganisationHostMiddleware",
    "skaala.site.http.page_cache.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "skaala.config.headers.ContentPolicyMiddleware",
    "skaala.config.headers.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "skaala.api.http.door.DoorMiddleware",
    "skaala.site.http.offered.OfferedLanguagesMiddleware",
    "skaala.site.http.preview.PreviewMiddleware",
    "skaala.ui.well_formed.WellFormedMiddleware",
    "skaala.ui.tidy_forms.TidyFormsMiddleware",
    "django.middleware.common.CommonMiddleware",
    "skaala.ui.lost_database.LostDatabaseMiddleware",
    "skaala.ui.methods.MethodsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "skaala.desk.frame.idle.IdleLimitMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "skaala.config.urls"
WSGI_APPLICATION = "skaala.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "skaala.ui.page_context.page_context",
            ],
            "builtins": ["django.templatetags.i18n", "skaala.ui.templatetags.words"],
        },
    }
]
FORM_RENDERER = "skaala.ui.forms.Renderer"
# What the frame of every page links to; the look knows these pages by their names here alone.
FRAME_PAGES = {
    "front": "site:front",
    "actions": "site:actions",
    "about": "site:about",
    "privacy": "site:privacy",
    "accessibility": "site:accessibility",
    "desk": "desk:home",
    "sign_out": "desk:sign-out",
}

# --- Languages ---------------------------------------------------------------------------------------------

LANGUAGE_CODE = languages.DEFAULT
LANGUAGES = languages.LANGUAGES
USE_I18N = True

# --- Styles and files --------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "files"
MEDIA_URL = "/files/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- Access and protection ---------------------------------------------------------------------------------------

LOGIN_URL = "desk:sign-in"
LOGIN_REDIRECT_URL = "desk:home"
LOGOUT_REDIRECT_URL = "site:front"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "skaala.config.passwords.WordsValidator"},
]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "skaala.desk.frame.kept_forms.forged"
if HTTPS:  # browsers take such a cookie from this very host alone
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
PASSWORD_RESET_TIMEOUT = 60 * 60
SESSION_COOKIE_AGE = 12 * 60 * 60
# After how many minutes without use the organiser pages ask for a sign-in again. 0: not before the session ends.
IDLE_MINUTES = whole_number("SKAALA_IDLE_MINUTES", 120, most=12 * 60)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
# The proxy redirects to https; to be on the browsers' own list of such hosts is the operator's to decide.
SILENCED_SYSTEM_CHECKS = ["security.W008", "security.W021"]
# Whoever sends it as a bearer token may read the figures at /metrics; without it there are none.
METRICS_TOKEN = text("SKAALA_METRICS_TOKEN")
if METRICS_TOKEN and len(METRICS_TOKEN) < 20:
    raise stop("SKAALA_METRICS_TOKEN is shorter than 20 characters. `skaala secret-key` makes a good one.")
# The proxy in front, if there is one, must set this header and drop what came from outside.
if switch("SKAALA_BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    BEHIND_PROXY = True
else:
    BEHIND_PROXY = False
# Proxies in front of ours, such as a data centre's, whose word for where a request comes from is taken.
TRUSTED_PROXIES = networks("SKAALA_TRUSTED_PROXIES")
# An organisation's directory (OpenID Connect) is asked only in the open internet, unless the operator says that one is in their own network:
# whoever sets a directory up chooses which machine the server talks to.
PRIVATE_DIRECTORIES = switch("SKAALA_PRIVATE_DIRECTORIES", default=False)
# A proxy through which directories are asked, http://user:password@host:port; it must refuse its own network itself.
OUTGOING_PROXY = text("SKAALA_OUTGOING_PROXY")
if OUTGOING_PROXY and not OUTGOING_PROXY.startswith("http://"):
    raise stop(
        "SKAALA_OUTGOING_PROXY must begin with http://, for example http://proxy.example.org:3128. "
        "What goes through it is encrypted all the same."
    )
if not OUTGOING_PROXY and text("HTTPS_PROXY").startswith("http://"):
    OUTGOING_PROXY = text("HTTPS_PROXY")
# How many registrations one network address may send in ten minutes: high, since a whole town can share one. 0: any.
REGISTRATIONS_AN_ADDRESS = whole_number("SKAALA_REGISTRATIONS_AN_ADDRESS", 600)
# How many requests a minute a key of the API may send, and a network address without one. 0: any.
API_REQUESTS_A_MINUTE = whole_number("SKAALA_API_REQUESTS_A_MINUTE", 600)
# Emails that strangers have us send to addresses nobody has confirmed, in all; more of them wait. 0 for any number.
UNCONFIRMED_EMAILS_AN_HOUR = whole_number("SKAALA_UNCONFIRMED_EMAILS_AN_HOUR", 3000)
# The port of the live streams; `skaala serve` sets it. Browsers go straight to it on the same host, or, where a proxy leads
# /live/ there, to the pages' own address. Where they do not reach it, pages ask every few seconds instead.
LIVE_PORT = whole_number("SKAALA_LIVE_PORT", 0, most=65_535)
LIVE_STRAIGHT = switch("SKAALA_LIVE_STRAIGHT", default=not BEHIND_PROXY) and LIVE_PORT > 0
LIVE_STREAMS = whole_number("SKAALA_LIVE_STREAMS", 6000, least=1)  # most streams of one live process
# Most streams of one network address: half of all, so that no address takes them all, and a hall's Wi-Fi has enough. 0: any.
LIVE_STREAMS_AN_ADDRESS = whole_number("SKAALA_LIVE_STREAMS_AN_ADDRESS", LIVE_STREAMS // 2)
# A policy cannot name an IPv6 address; there pages ask.
_LIVE_HOSTS = [host for host in ALLOWED_HOSTS if not host.startswith("[")] if LIVE_STRAIGHT else []
_LIVE_DOORS = [f"{'*' if host.startswith('.') else ''}{host}:{LIVE_PORT}" for host in _LIVE_HOSTS]
# A callable `package.module:name` that takes a text, its language and the wanted one, and returns the translation. Off: none.
STATEMENT_TRANSLATOR = importable("SKAALA_STATEMENT_TRANSLATOR")
# A language model that may help to word reports: any address that speaks OpenAI's chat completions, such as
# https://models.example.org/v1. Off without one. The operator's word is enough for an address in their own network.
ASSISTANT_URL = assistants_address("SKAALA_ASSISTANT_URL")
ASSISTANT_KEY = text("SKAALA_ASSISTANT_KEY")
ASSISTANT_MODEL = text("SKAALA_ASSISTANT_MODEL")
ASSISTANT_SECONDS = whole_number("SKAALA_ASSISTANT_SECONDS", 60, least=1, most=600)
if ASSISTANT_URL and not ASSISTANT_MODEL:
    raise stop(
        "SKAALA_ASSISTANT_URL is set, and SKAALA_ASSISTANT_MODEL is not. Set it to the name of the model there."
    )
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
FILE_UPLOAD_HANDLERS = [
    "skaala.config.front.uploads.OnlyWhereFilesAreTaken",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Uploaded files are for the service's user alone.
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF, *_LIVE_DOORS],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# --- Long work ---------------------------------------------------------------------------------------------

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# --- Logs: never a token, a name or an address --------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_tokens": {"()": "skaala.config.logs.HideTokens"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_tokens"]},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "skaala": {"level": "INFO"},
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}

refuse_unknown()
