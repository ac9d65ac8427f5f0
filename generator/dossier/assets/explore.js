/* The page “Explore”: a form of filters, kept in the address, over the table of all records. */
"use strict";

(() => {
  const page = document.getElementById("explore-records");
  if (!page || !self.dossier?.records) return;

  const { words, spelling, csv } = dossier;
  const SHOWN = 3;
  const LAST_DAY = "9999-12-31";
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const records = read(dossier.records);
  const ask = spelling(records.map((one) => one.folded));

  /** What a sort goes by; the key is its name in the address. The first seven are columns. */
  const SORTS = {
    kind: { says: "Kind", by: (one) => one.kind.title, cell: kindCell },
    title: { says: "Record", by: (one) => one.title, cell: titleCell },
    date: { says: "Date", by: (one) => one.first || one.last, cell: (one) => [one.day] },
    actor: { says: "Actors", by: (one) => names(one.actors), cell: actorsCell },
    place: { says: "Places", by: (one) => names(one.places), cell: (one) => [few(one.places)] },
    source: { says: "Sources", by: (one) => names(one.sources), cell: (one) => [few(one.sources)] },
    origins: { says: "Origins", by: (one) => one.origins, cell: (one) => [String(one.origins)] },
    side: { says: "Side", by: (one) => names(one.sides) },
    standing: { says: "Status or type", by: (one) => one.status },
  };
  const COLUMNS = Object.keys(SORTS).filter((name) => SORTS[name].cell);
  const TABLE = {
    id: (one) => one.id,
    kind: (one) => one.kind.title,
    title: (one) => one.title,
    "summary (its beginning)": (one) => one.summary,
    "status or type": (one) => one.status,
    "date (EDTF)": (one) => one.date,
    "date in words": (one) => one.day,
    "first day": (one) => one.first,
    "last day": (one) => one.last,
    sides: (one) => names(one.sides),
    actors: (one) => names(one.actors),
    sources: (one) => names(one.sources),
    places: (one) => names(one.places),
    documents: (one) => one.documents,
    "independent origins": (one) => one.origins,
    page: (one) => (location.protocol === "file:" ? one.url : String(new URL(one.url, location))),
  };

  /** The records as objects that hold one another, for lists of positions. */
  function read(data) {
    const named = ([id, name]) => ({ id, title: name, brief: name });
    const kinds = data.kinds.map(named);
    const sides = data.sides.map(named);
    const all = data.rows.map((row) => Object.fromEntries(data.columns.map((name, at) => [name, row[at]])));
    for (const one of all) {
      one.kind = kinds[one.kind];
      one.sides = one.sides.map((at) => sides[at]);
      for (const name of ["actors", "sources", "places"]) one[name] = one[name].map((at) => all[at]);
    }
    for (const one of all) {
      const around = [...one.actors, ...one.places, ...one.sides].map((other) => other.title);
      one.folded = words.fold([one.title, one.summary, one.day, one.status, ...around].join(" · ").normalize("NFC"));
    }
    return all;
  }

  function names(some) {
    return some.map((one) => one.brief || one.title).join("; ");
  }

  function few(some) {
    const more = some.length > SHOWN ? ` and ${some.length - SHOWN} more` : "";
    return names(some.slice(0, SHOWN)) + more;
  }

  function element(name, content, className = "") {
    const made = document.createElement(name);
    made.className = className;
    made.append(...[content].flat());
    return made;
  }

  function kindCell(one) {
    return [one.kind.title, element("small", one.status)];
  }

  function titleCell(one) {
    const link = element("a", one.title);
    link.href = one.url;
    return [link, element("small", one.summary)];
  }

  function actorsCell(one) {
    return one.sides.length ? [few(one.actors), element("small", few(one.sides))] : [few(one.actors)];
  }

  function rowOf(one, at) {
    const row = element("tr", []);
    row.setAttribute("role", "row");
    row.setAttribute("aria-rowindex", at + 2);
    for (const name of COLUMNS) {
      const content = SORTS[name].cell(one);
      const cell = element("td", content, content[0] === "" ? "dossier-explore-blank" : "");
      cell.setAttribute("role", "cell");
      cell.dataset.label = SORTS[name].says;
      row.append(cell);
    }
    return row;
  }

  /** Whether a record holds `parts` and passes the filters of `state` (URLSearchParams), that of its kind left out. */
  function filter(state, parts) {
    const has = (some, name) => !state.get(name) || some.some((one) => one.id === state.get(name));
    const from = state.get("from") || "";
    const to = state.get("to") || LAST_DAY;
    const dated = state.has("from") || state.has("to");
    return (one) =>
      has(one.actors, "actor") &&
      has(one.sides, "side") &&
      has(one.sources, "source") &&
      has(one.places, "place") &&
      (!state.get("standing") || one.status === state.get("standing")) &&
      one.origins >= Number(state.get("origins") || 0) &&
      (!dated || (one.day !== "" && one.first <= to && (one.last || LAST_DAY) >= from)) &&
      parts.every((part) => words.places(part, one.folded, 1).length);
  }

  /** In the order that `name` says, as `date`, or `-date` for the other way round; what has nothing to go by is last. */
  function sorted(some, name) {
    const { by } = SORTS[name?.replace("-", "")] || {};
    if (!by) return some;
    const way = name.startsWith("-") ? -1 : 1;
    const keyed = some.map((one) => [by(one), one]);
    const compared = (key, other) => (typeof key === "number" ? key - other : order.compare(key, other));
    keyed.sort(([key, one], [other, two]) => {
      if ((key === "") !== (other === "")) return key === "" ? 1 : -1;
      return way * compared(key, other) || one.at - two.at;
    });
    return keyed.map(([, one]) => one);
  }

  page.append(page.querySelector("template").content);
  page.querySelector(".dossier-explore-plain").remove();
  const form = page.querySelector("form");
  const said = form.querySelector("output");
  const head = page.querySelector("thead tr");
  let shown = records;
  let typed = null;

  /** What can be chosen, from the records themselves. */
  function offer() {
    const offered = (name, some) => {
      const known = new Map(some.map((one) => [one.id, one.brief || one.title]));
      const options = [...known].sort(([, one], [, other]) => order.compare(one, other));
      form.elements[name].append(...options.map(([id, title]) => new Option(title, id)));
    };
    offered("actor", records.flatMap((one) => one.actors));
    offered("side", records.flatMap((one) => one.sides));
    offered("source", records.flatMap((one) => one.sources));
    offered("place", records.flatMap((one) => one.places));
    offered("standing", records.map((one) => ({ id: one.status, title: one.status })));
    for (const [name, { says }] of Object.entries(SORTS)) {
      form.elements.sort.append(new Option(says, name), new Option(`${says}, the other way round`, `-${name}`));
    }
  }

  /** The heads of the columns, each a button that sorts by it. */
  function headed() {
    for (const name of COLUMNS) {
      const button = element("button", SORTS[name].says);
      button.type = "button";
      button.addEventListener("click", () => {
        form.elements.sort.value = form.elements.sort.value === name ? `-${name}` : name;
        changed();
      });
      const cell = element("th", button);
      cell.scope = "col";
      cell.dataset.sort = name;
      head.append(cell);
    }
  }

  /** The filters that are set, as they stand in the address. */
  function stateOf() {
    return new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim() !== ""));
  }

  function fromAddress() {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) {
      if (field.type === "checkbox") field.checked = state.getAll("kind").includes(field.value);
      else if (field.name && field.type !== "button") field.value = state.get(field.name) || "";
    }
    update();
  }

  function changed(again = false) {
    const state = stateOf();
    const address = `${location.pathname}${location.search}${state.size ? `#${state}` : ""}`;
    history[again ? "replaceState" : "pushState"](null, "", address);
    update();
  }

  function update() {
    const state = stateOf();
    const { parts, note } = ask(state.get("words") || "");
    const passing = records.filter(filter(state, parts));
    const chosen = state.getAll("kind");
    shown = sorted(chosen.length ? passing.filter((one) => chosen.includes(one.kind.id)) : passing, state.get("sort"));
    show(shown);
    counted(passing, note);
    const sort = state.get("sort") || "";
    for (const cell of head.cells) {
      const way = sort === `-${cell.dataset.sort}` ? "descending" : "ascending";
      cell.setAttribute("aria-sort", sort.replace("-", "") === cell.dataset.sort ? way : "none");
    }
  }

  function counted(passing, note) {
    for (const place of form.querySelectorAll("[data-count]")) {
      place.textContent = passing.filter((one) => one.kind.id === place.dataset.count).length;
    }
    const count = shown.length ? `${shown.length} of ${records.length} records` : "No record passes all these filters";
    said.textContent = note ? `${count}. ${note}` : count;
  }

  function downloaded() {
    const lines = shown.map((one) => Object.values(TABLE).map((value) => value(one)));
    csv.download("dossier-records.csv", csv.csv([Object.keys(TABLE), ...lines]));
  }

  records.forEach((one, at) => (one.at = at));
  offer();
  headed();
  const show = dossier.rows(page.querySelector("table"), rowOf);
  fromAddress();
  const more = form.querySelector("details");
  more.open = matchMedia("(min-width: 60em)").matches || [...more.querySelectorAll("[name]")].some((one) => one.value);
  form.addEventListener("input", ({ target }) => {
    changed(target === typed);
    typed = target.type === "search" ? target : null;
  });
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.csv.addEventListener("click", downloaded);
  addEventListener("popstate", fromAddress);
})();
