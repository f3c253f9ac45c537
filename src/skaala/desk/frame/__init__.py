"""What all organiser pages share: access, the frame of a series' pages, previews, tables to download, common forms and words."""
