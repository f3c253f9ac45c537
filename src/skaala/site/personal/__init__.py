"""The page behind the personal link: see, change, cancel, join, download, delete."""
