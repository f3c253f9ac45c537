"""Keys by which programs work for an organisation."""
