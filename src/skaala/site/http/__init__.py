"""How answers of this face travel: kept for all or kept private, checked for origin, found or 404. Knows no subject."""
