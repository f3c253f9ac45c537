"""What the public pages' templates can say."""
