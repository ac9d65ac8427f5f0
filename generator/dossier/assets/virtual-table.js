/*
 * A table of any length that has only the rows near the window in the page. Rows are in bodies of twenty; a body far from
 * the window is one empty row of the same height. So rows may differ in height, and the page scrolls as usual.
 */
"use strict";

(() => {
  const ROWS_PER_BODY = 20;
  const MARGIN = "1500px 0px"; // Around the window; bodies within it are filled.
  let rowHeight = 70; // Pixels: an estimate, then the average of the body emptied last.

  /** Replace the rows of a body by an empty one as high as `count` rows. */
  function showPlaceholder(body, count, columns) {
    const cell = document.createElement("td");
    cell.colSpan = columns;
    cell.style.height = `${count * rowHeight}px`;
    const row = document.createElement("tr");
    row.className = "dossier-placeholder";
    row.setAttribute("aria-hidden", "true");
    row.append(cell);
    body.replaceChildren(row);
  }

  /** Prepares `table` for rows made by `createRow(record, index)`; returns the function that shows a list of records. */
  function virtualTable(table, createRow) {
    const bodies = new Map();
    const columns = table.tHead.rows[0].cells.length;
    const observer = new IntersectionObserver((entries) => entries.forEach(update), { rootMargin: MARGIN });

    function fill(body) {
      const { start, records } = bodies.get(body);
      if (body.dataset.filled) return;
      body.dataset.filled = "true";
      body.replaceChildren(...records.map((record, index) => createRow(record, start + index)));
    }

    function empty(body) {
      if (!body.dataset.filled || body.contains(document.activeElement)) return;
      rowHeight = body.offsetHeight / body.rows.length;
      showPlaceholder(body, body.rows.length, columns);
      delete body.dataset.filled;
    }

    function update({ target, isIntersecting }) {
      (isIntersecting ? fill : empty)(target);
    }

    addEventListener("beforeprint", () => bodies.forEach((_, body) => fill(body)));

    return function show(records) {
      observer.disconnect();
      bodies.clear();
      for (let start = 0; start < records.length; start += ROWS_PER_BODY) {
        const body = document.createElement("tbody");
        bodies.set(body, { start, records: records.slice(start, start + ROWS_PER_BODY) });
        if (start === 0) fill(body);
        else showPlaceholder(body, Math.min(ROWS_PER_BODY, records.length - start), columns);
      }
      [...table.tBodies].forEach((body) => body.remove());
      table.append(...bodies.keys());
      table.setAttribute("aria-rowcount", records.length + 1);
      bodies.forEach((_, body) => observer.observe(body));
    };
  }

  (self.dossier ??= {}).virtualTable = virtualTable;
})();
