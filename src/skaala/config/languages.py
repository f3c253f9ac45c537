"""The languages of Skaala, each with its name in itself. `docs/recipes.md` says how one is added.

Pages, forms, emails, reports and files take their languages from here, by way of the settings. A text that is missing in
the reader's language is looked for in this order.
"""

LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]

DEFAULT = "fi"
"""For a browser that asks for none of them, and for a new account."""

SOURCE = "en"
"""The language of the texts in the code; it needs no catalogue."""

CODES = tuple(code for code, _name in LANGUAGES)
