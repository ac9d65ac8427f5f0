"""The options with which documents are read, and what the help says of them.

They are apart from the readers, which take long to load, because every build lists them in its handbook.
"""

ENCODING_OPTION = {"encoding": "the encoding of a file that declares none, e.g. windows-1252"}
DELIMITER_OPTION = {"delimiter": "what separates the values of a table: comma, semicolon, tab or pipe"}
HEADER_OPTION = {"header": "the row with the names of the columns, e.g. 3; 0 if no row has them"}
CHANGES_OPTION = {"changes": "how to read tracked changes of a document: accepted, or original (without them)"}
BODY_OPTION = {"body": "which version of an email is read: plain (first choice) or html"}
SHEET_OPTION = {"sheet": "the sheet of a workbook to read; without it, all are read"}

READ_OPTIONS = {
    **ENCODING_OPTION,
    **DELIMITER_OPTION,
    **HEADER_OPTION,
    **CHANGES_OPTION,
    **BODY_OPTION,
    **SHEET_OPTION,
}
"""All of them, in the order of the help."""
