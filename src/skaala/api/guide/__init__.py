"""The guide to the API: a page for people, in the house's layout and without a script."""
