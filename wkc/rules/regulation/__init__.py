"""The regulation article by article, beside today's law."""
