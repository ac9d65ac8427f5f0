/* Comma-separated values (RFC 4180), safe to open in a spreadsheet, handed over as a file. */
"use strict";

(() => {
  const FORMULA = /^[=+\-@\t\r]/;
  const MARK = "\ufeff"; // The byte order mark, by which spreadsheets take the file for UTF-8.

  /** A value between quotation marks; one that a spreadsheet would take for a formula has an apostrophe before it. */
  function field(value) {
    const text = String(value);
    return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  }

  /** Rows of values as CSV. */
  function csv(rows) {
    return MARK + rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
  }

  /** Give the reader a file of this name. */
  function download(name, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  (self.dossier ??= {}).csv = { csv, download };
})();
