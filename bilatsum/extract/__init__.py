"""Dates, actors and key issues: each folder takes a Document and gives back records."""
