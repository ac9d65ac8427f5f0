"""Detectors for languages that are given as tables: number words, months, phrases and marks, with data of the CLDR."""
