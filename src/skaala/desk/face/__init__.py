"""How an organisation presents its pages and emails: its look, its sender, its front page."""
