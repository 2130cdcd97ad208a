"""Progress of an assignment: appointments, reports to the opdrachtgever, its end (art. 2, 8 and 10)."""
