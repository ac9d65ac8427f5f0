/* The page “Explore”: a form of filters, kept in the page's address, above the table of all records. */
"use strict";

(() => {
  const page = document.getElementById("explore-records");
  if (!page || !self.dossier?.records) return;

  const { folding, textSearch, didYouMean, csv, gettext, ngettext } = dossier;
  const MAX_NAMES = 3; // In a cell.
  const FIRST_KINDS = ["event", "disagreement"]; // Of records with the same weight.
  const MAX_DAY = "9999-12-31";
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const records = readRecords(dossier.records);
  let parseInRecords = null; // Parses a query; made before the first one.

  /** What records can be sorted by; the key is the name in the address. Those with a `cell` are the columns. */
  const SORTS = {
    kind: { label: gettext("Kind"), key: (record) => record.kind.title, cell: kindCell },
    title: { label: gettext("Record"), key: (record) => record.title, cell: titleCell },
    date: { label: gettext("Date"), key: (record) => record.first || record.last, cell: (record) => [record.day] },
    actor: { label: gettext("Actors"), key: (record) => joinNames(record.actors), cell: actorsCell },
    place: { label: gettext("Places"), key: (record) => joinNames(record.places), cell: (record) => [firstNames(record.places)] },
    source: {
      label: gettext("Sources"),
      key: (record) => joinNames(record.sources),
      cell: (record) => [firstNames(record.sources)],
    },
    origins: { label: gettext("Origins"), key: (record) => record.origin_count, cell: originsCell },
    side: { label: gettext("Side"), key: (record) => joinNames(record.sides) },
    status: { label: gettext("Status or type"), key: (record) => record.status },
  };
  const COLUMNS = Object.keys(SORTS).filter((name) => SORTS[name].cell);
  const CSV_COLUMNS = {
    id: (record) => record.id,
    kind: (record) => record.kind.title,
    title: (record) => record.title,
    "summary (its beginning)": (record) => record.summary,
    "status or type": (record) => record.status,
    "date (EDTF)": (record) => record.date,
    "date in words": (record) => record.day,
    "first day": (record) => record.first,
    "last day": (record) => record.last,
    sides: (record) => joinNames(record.sides),
    actors: (record) => joinNames(record.actors),
    sources: (record) => joinNames(record.sources),
    places: (record) => joinNames(record.places),
    "number of sources": (record) => record.source_count,
    "independent origins": (record) => record.origin_count,
    page: (record) => (location.protocol === "file:" ? record.url : String(new URL(record.url, location))),
  };

  /** The rows of the data file as objects, with the objects they refer to in the place of indexes. */
  function readRecords(data) {
    const entry = ([id, title]) => ({ id, title, short: title });
    const kinds = data.kinds.map(entry);
    const sides = data.sides.map(entry);
    const all = data.rows.map((row) => Object.fromEntries(data.columns.map((name, index) => [name, row[index]])));
    all.forEach((record, order) => {
      record.order = order;
      record.kind = kinds[record.kind];
      record.sides = record.sides.map((index) => sides[index]);
      for (const name of ["actors", "sources", "places"]) record[name] = record[name].map((index) => all[index]);
    });
    /* Those that most records refer to come first; of equal ones, events and disagreements. */
    const rank = (record) => (FIRST_KINDS.includes(record.kind.id) ? 0 : 1);
    all.sort((a, b) => b.weight - a.weight || rank(a) - rank(b) || a.order - b.order);
    all.forEach((record, order) => (record.order = order));
    return all;
  }

  /** What a record is found by. */
  function foldRecord(record) {
    const related = [...record.actors, ...record.places, ...record.sides].map(({ title }) => title);
    return folding.fold([record.title, record.summary, record.day, record.status, ...related].join(" · "));
  }

  /** The terms of a query, and a note on words that no record has; all records are folded before the first one. */
  function parseQuery(query) {
    if (!query.trim()) return { terms: [], note: "" };
    if (!parseInRecords) {
      for (const record of records) record.folded = foldRecord(record);
      parseInRecords = didYouMean(records.map((record) => record.folded));
    }
    return parseInRecords(query);
  }

  function joinNames(entries) {
    return entries.map((entry) => entry.short || entry.title).join("; ");
  }

  function firstNames(entries) {
    const names = joinNames(entries.slice(0, MAX_NAMES));
    const more = entries.length - MAX_NAMES;
    if (more <= 0) return names;
    return ngettext("%(names)s and %(number)s more", "%(names)s and %(number)s more", more, { names });
  }

  function createElement(name, content, className = "") {
    const element = document.createElement(name);
    element.className = className;
    element.append(...[content].flat());
    return element;
  }

  function kindCell(record) {
    return [record.kind.title, createElement("small", record.status)];
  }

  function titleCell(record) {
    const link = createElement("a", record.title);
    link.href = record.url;
    link.dir = "auto";
    return [link, createElement("small", record.summary)];
  }

  function originsCell(record) {
    return [dossier.formatNumber(record.origin_count)];
  }

  function actorsCell(record) {
    const actors = firstNames(record.actors);
    return record.sides.length ? [actors, createElement("small", firstNames(record.sides))] : [actors];
  }

  function createRow(record, index) {
    const row = createElement("tr", []);
    row.setAttribute("role", "row");
    row.setAttribute("aria-rowindex", index + 2); // Counted from 1, after the row of headers.
    for (const name of COLUMNS) {
      const content = SORTS[name].cell(record);
      const cell = createElement("td", content, content[0] === "" ? "dossier-explore-blank" : "");
      cell.setAttribute("role", "cell");
      cell.dataset.label = SORTS[name].label;
      row.append(cell);
    }
    return row;
  }

  /** The test whether a record matches all `terms` and the filters of `state` (URLSearchParams) except that of its kind. */
  function createFilter(state, terms) {
    const includes = (entries, name) => !state.get(name) || entries.some((entry) => entry.id === state.get(name));
    const from = state.get("from") || "";
    const to = state.get("to") || MAX_DAY;
    const isDateFiltered = state.has("from") || state.has("to");
    return (record) =>
      includes(record.actors, "actor") &&
      includes(record.sides, "side") &&
      includes(record.sources, "source") &&
      includes(record.places, "place") &&
      (!state.get("status") || record.status === state.get("status")) &&
      record.origin_count >= Number(state.get("origins") || 0) &&
      (!isDateFiltered || (record.day !== "" && record.first <= to && (record.last || MAX_DAY) >= from)) &&
      terms.every((term) => textSearch.findMatches(term, record.folded, 1).length);
  }

  /** Records sorted by `name`, such as `date`, or `-date` for descending order; those without a value are last. */
  function sortBy(name, unsorted) {
    const { key } = SORTS[name?.replace("-", "")] || {};
    if (!key) return unsorted;
    const direction = name.startsWith("-") ? -1 : 1;
    const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));
    const keyed = unsorted.map((record) => [key(record), record]);
    keyed.sort(([key, record], [otherKey, other]) => {
      if ((key === "") !== (otherKey === "")) return key === "" ? 1 : -1;
      return direction * compare(key, otherKey) || record.order - other.order;
    });
    return keyed.map(([, record]) => record);
  }

  page.append(page.querySelector("template").content);
  page.querySelector(".dossier-explore-plain").remove();
  const form = page.querySelector("form");
  const output = form.querySelector("output");
  const headers = page.querySelector("thead tr");
  let shown = records;
  let typingField = null;

  /** Fill the selects with what the records have. */
  function addOptions() {
    const fill = (name, entries) => {
      const labels = new Map(entries.map((entry) => [entry.id, entry.short || entry.title]));
      const options = [...labels].sort(([, a], [, b]) => collator.compare(a, b));
      form.elements[name].append(...options.map(([id, title]) => new Option(title, id)));
    };
    fill("actor", records.flatMap((record) => record.actors));
    fill("side", records.flatMap((record) => record.sides));
    fill("source", records.flatMap((record) => record.sources));
    fill("place", records.flatMap((record) => record.places));
    fill("status", records.map(({ status }) => ({ id: status, title: status })));
    for (const [name, { label }] of Object.entries(SORTS)) {
      form.elements.sort.append(new Option(label, name), new Option(gettext("%(column)s, reversed", { column: label }), `-${name}`));
    }
  }

  /** Add the column headers, buttons that sort by their column. */
  function addHeaders() {
    for (const name of COLUMNS) {
      const button = createElement("button", SORTS[name].label);
      button.type = "button";
      button.addEventListener("click", () => {
        form.elements.sort.value = form.elements.sort.value === name ? `-${name}` : name;
        saveState();
      });
      const header = createElement("th", button);
      header.scope = "col";
      header.dataset.sort = name;
      headers.append(header);
    }
  }

  /** The filters that are set, as in the address. */
  function formState() {
    return new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim() !== ""));
  }

  function restoreState() {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) {
      if (field.type === "checkbox") field.checked = state.getAll("kind").includes(field.value);
      else if (field.name && field.type !== "button") field.value = state.get(field.name) || "";
    }
    update();
  }

  function saveState(replace = false) {
    const state = formState();
    const address = `${location.pathname}${location.search}${state.size ? `#${state}` : ""}`;
    history[replace ? "replaceState" : "pushState"](null, "", address);
    update();
  }

  function update() {
    const state = formState();
    const { terms, note } = parseQuery(state.get("words") || "");
    const matching = records.filter(createFilter(state, terms));
    const kinds = state.getAll("kind");
    const ofKinds = kinds.length ? matching.filter((record) => kinds.includes(record.kind.id)) : matching;
    shown = sortBy(state.get("sort"), ofKinds);
    showRows(shown);
    updateCounts(matching, note);
    const sort = state.get("sort") || "";
    for (const header of headers.cells) {
      const direction = sort === `-${header.dataset.sort}` ? "descending" : "ascending";
      header.setAttribute("aria-sort", sort.replace("-", "") === header.dataset.sort ? direction : "none");
    }
  }

  function shownOfAll(part, all) {
    return ngettext("%(shown)s of %(number)s record", "%(shown)s of %(number)s records", all, { shown: part });
  }

  function updateCounts(matching, note) {
    for (const element of form.querySelectorAll("[data-count]")) {
      const ofKind = matching.filter((record) => record.kind.id === element.dataset.count);
      element.textContent = dossier.formatNumber(ofKind.length);
    }
    const count = shown.length ? shownOfAll(shown.length, records.length) : gettext("No matching records");
    output.textContent = note ? `${count}. ${note}` : count;
  }

  function downloadCsv() {
    const rows = shown.map((record) => Object.values(CSV_COLUMNS).map((valueOf) => valueOf(record)));
    csv.download("dossier-records.csv", csv.format([Object.keys(CSV_COLUMNS), ...rows]));
  }

  addOptions();
  addHeaders();
  const showRows = dossier.virtualTable(page.querySelector("table"), createRow);
  restoreState();
  const more = form.querySelector("details");
  more.open = matchMedia("(min-width: 60em)").matches || [...more.querySelectorAll("[name]")].some(({ value }) => value);
  form.addEventListener("input", ({ target }) => {
    saveState(target === typingField); // One entry of the history for all that is typed into a field.
    typingField = target.type === "search" ? target : null;
  });
  form.addEventListener("reset", () => setTimeout(saveState));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.csv.addEventListener("click", downloadCsv);
  addEventListener("popstate", restoreState);
})();
