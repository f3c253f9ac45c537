"""An organiser's own account: signing in and out, details, password."""
