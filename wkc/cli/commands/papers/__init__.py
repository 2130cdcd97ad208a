"""Commands about papers: the documents of a dossier, forms to sign, letters and reports."""
