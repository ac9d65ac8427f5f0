/*
 * A table of any length, of which only what is near the window stands in the page: rows come in bodies of fifty, and a
 * body far away is one empty row as high as its rows are. So heights may differ, and the page scrolls as it always does.
 */
"use strict";

(() => {
  const BODY = 50;
  const NEAR = "1500px 0px";
  let guess = 70; // The height of a row before any was seen, in pixels; then what the last ones had.

  function room(body, count, columns) {
    const cell = document.createElement("td");
    cell.colSpan = columns;
    cell.style.height = `${count * guess}px`;
    const row = document.createElement("tr");
    row.className = "dossier-placeholder";
    row.setAttribute("aria-hidden", "true");
    row.append(cell);
    body.replaceChildren(row);
  }

  /** Shows records in `table`, each as the row that `rowOf(record, position)` makes; gives the way to show others. */
  function rows(table, rowOf) {
    const held = new Map();
    const columns = table.tHead.rows[0].cells.length;
    const observer = new IntersectionObserver((seen) => seen.forEach(turn), { rootMargin: NEAR });

    function fill(body) {
      const { start, records } = held.get(body);
      if (body.dataset.full) return;
      body.dataset.full = "true";
      body.replaceChildren(...records.map((record, at) => rowOf(record, start + at)));
    }

    function empty(body) {
      if (!body.dataset.full || body.contains(document.activeElement)) return;
      guess = body.offsetHeight / body.rows.length;
      room(body, body.rows.length, columns);
      delete body.dataset.full;
    }

    function turn({ target, isIntersecting }) {
      (isIntersecting ? fill : empty)(target);
    }

    addEventListener("beforeprint", () => held.forEach((_, body) => fill(body)));

    return function show(records) {
      observer.disconnect();
      held.clear();
      for (let start = 0; start < records.length; start += BODY) {
        const body = document.createElement("tbody");
        held.set(body, { start, records: records.slice(start, start + BODY) });
        if (start === 0) fill(body);
        else room(body, Math.min(BODY, records.length - start), columns);
      }
      [...table.tBodies].forEach((body) => body.remove());
      table.append(...held.keys());
      table.setAttribute("aria-rowcount", records.length + 1);
      held.forEach((_, body) => observer.observe(body));
    };
  }

  (self.dossier ??= {}).rows = rows;
})();
