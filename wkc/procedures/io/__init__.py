"""The values, codes, forms and files that come in and go out."""
