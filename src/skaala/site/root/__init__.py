"""Addresses without a language: where browsers and crawlers arrive first."""
