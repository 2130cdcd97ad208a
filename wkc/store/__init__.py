"""The only SQL: named queries, a noun a file, and the records made from their rows."""
