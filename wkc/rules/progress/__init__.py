"""Progress of an assignment: appointments, reports to the opdrachtgever, its end."""
