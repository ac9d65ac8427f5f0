/* Formats comma-separated values (RFC 4180) that are safe to open in a spreadsheet, and downloads them. */
"use strict";

(() => {
  const FORMULA = /^[=+\-@\t\r]/;
  const BYTE_ORDER_MARK = "\ufeff"; // Makes spreadsheets read the file as UTF-8.

  /** A value in quotation marks; an apostrophe before a formula keeps a spreadsheet from running it. */
  function formatField(value) {
    const text = String(value);
    return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  }

  /** Rows of values as CSV. */
  function format(rows) {
    return BYTE_ORDER_MARK + rows.map((row) => `${row.map(formatField).join(",")}\r\n`).join("");
  }

  /** Download a text as a file of this name. */
  function download(name, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  (self.dossier ??= {}).csv = { format, download };
})();
