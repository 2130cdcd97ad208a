"""The rules of the progress of an assignment: appointments, reports to the opdrachtgever, its end (art. 2, 8, 10)."""
