"""What people may tell of their needs: kept only with their consent, and not longer than it serves."""

NEEDS = {"diet": "consents_to_diet", "accessibility_needs": "consents_to_accessibility"}
"""Each field of a registration that is kept only with a consent, and the consent."""

NO_NEEDS = dict.fromkeys(NEEDS, "")
"""What takes their place once they are forgotten."""
