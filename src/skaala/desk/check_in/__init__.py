"""Checking people in: helper links, the list at the entrance, who arrived."""
