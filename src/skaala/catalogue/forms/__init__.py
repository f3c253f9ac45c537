"""Fields of forms that readers' and editors' pages share."""
