"""Workbooks of spreadsheet programs: their sheets, with the values as they are stored."""
