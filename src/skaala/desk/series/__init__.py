"""A series: overview, texts and details, publishing, copying, news and materials."""
