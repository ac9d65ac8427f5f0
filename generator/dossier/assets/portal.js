/* The pages of a portal: dark if the reader's system is, and a search over all dossiers by the worker of their searches. */
"use strict";

(() => {
  const SETUP = 0, QUERY = 2, RESULT = 3; // The messages of the worker; see search-worker.js.
  const MAX_RESULTS = 100; // Further ones are only counted.
  const WORKER = new URL("../javascripts/workers/search.js", document.currentScript.src);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let form = null;
  let worker = null;

  function applyScheme() {
    document.documentElement.dataset.mdColorScheme = dark.matches ? "slate" : "default";
  }

  /** Start the worker, which loads the texts of all dossiers, when a reader first turns to the search. */
  function startWorker() {
    if (worker) return;
    worker = new Worker(WORKER);
    worker.addEventListener("message", ({ data }) => data.type === RESULT && showResults(data.data.items.flat()));
    worker.postMessage({ type: SETUP });
  }

  /** Show results, whose titles and texts are HTML that the worker has escaped. */
  function showResults(results) {
    const { value } = form.querySelector("input");
    form.querySelector("[role=status]").textContent = value.trim() ? countResults(results.length) : "";
    const items = results.slice(0, MAX_RESULTS).map(({ location, title, text }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = location;
      link.innerHTML = title;
      item.innerHTML = text;
      item.prepend(link);
      return item;
    });
    form.querySelector("ol").replaceChildren(...items);
  }

  function countResults(number) {
    if (number <= MAX_RESULTS) return dossier.ngettext("%(number)s result", "%(number)s results", number);
    return dossier.gettext("%(number)s results, of which these %(shown)s are the best", { number, shown: MAX_RESULTS });
  }

  function search() {
    startWorker();
    worker.postMessage({ type: QUERY, data: form.querySelector("input").value });
  }

  function startSearch() {
    form = document.querySelector(".portal-search");
    if (!form) return;
    form.hidden = false;
    form.addEventListener("focusin", startWorker);
    form.addEventListener("input", search);
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  applyScheme(); // Before the page is shown.
  dark.addEventListener("change", applyScheme);
  addEventListener("DOMContentLoaded", startSearch);
})();
