"""Titles that tell pages apart in tabs, histories and search results."""

from django import template

from skaala.series.presenters.naming import dated_title

register = template.Library()
register.filter("dated", dated_title)
