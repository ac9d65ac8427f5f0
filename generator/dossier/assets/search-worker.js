/*
 * The search. Material for MkDocs sends what is typed to a worker and shows the results it replies with. This worker
 * replaces Material's at its address and uses its messages (SearchMessage in Material's sources).
 *
 * There is no index: scanning the folded texts of ten thousand records takes less time than building one. The texts are
 * loaded with the first search, so that other pages load nothing.
 */
"use strict";

(() => {
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  const DEBOUNCE = 25; // Milliseconds in which further keys belong to the same query.
  const TEASER_LENGTH = 220;
  const MAX_TEASERS = 200; // Further results show only their titles.
  const MIN_RESULTS = 10; // Results that lack a term of the query fill up to this number.
  const MAX_COUNTED = 5; // Further matches of a term in one text do not raise its score.
  const EXACT_NAME = 1000; // Points for a name that is the whole query.
  const NAME_POINTS = { allWords: 60, whole: 40, prefix: 25, share: 20 };
  const TEXT_POINTS = { allWords: 10, whole: 6, prefix: 4, share: 0 };
  const NAMES = ["interface.js", "folding.js", "text-search.js", "did-you-mean.js"];
  const SCRIPTS = NAMES.map((name) => `assets/dossier/${name}`);
  const site = new URL("../../../", self.document ? document.currentScript.src : self.location.href);
  const segmenter = Intl.Segmenter && new Intl.Segmenter(undefined, { granularity: "word" }); // Older browsers lack it.
  let loading = null;
  let latest = "";

  /** The entries, folded, and the function that parses queries. From `file:`, iframe-worker's `importScripts` is async. */
  async function load() {
    await importScripts(...[...SCRIPTS, "search/entries.js"].map((path) => `${new URL(path, site)}`));
    const entries = dossier.entries.map(prepare);
    const texts = entries.flatMap(({ folded }) => [folded.title, ...folded.names, folded.text]);
    return { entries, parseQuery: dossier.didYouMean(texts) };
  }

  function prepare([location, kind, title, text, names, boost], order) {
    const { fold } = dossier.folding;
    const { normalizeName } = dossier.textSearch;
    const normalizedNames = [title, ...names].map((name) => normalizeName(fold(name)));
    const folded = { title: fold(title), names: names.map(fold), text: fold(text) };
    return { location, kind, title, names, text, boost, order, normalizedNames, folded };
  }

  /** How well a term fits a text of `wordCount` words; 0 if the text does not contain it. */
  function scoreTerm(term, folded, points, wordCount) {
    const matches = dossier.textSearch.findMatches(term, folded, MAX_COUNTED);
    if (!matches.length) return 0;
    const isWhole = matches.some((match) => match[1] === "" || match[1] === "s");
    return (isWhole ? points.whole : points.prefix) + points.share / wordCount + matches.length / MAX_COUNTED;
  }

  /** How well an entry fits a query: its score, which terms it contains and whether its names contain them all. */
  function scoreEntry(entry, query) {
    const { title, names, text } = entry.folded;
    const wordCounts = entry.normalizedNames.map((name) => name.split(" ").length);
    const inNames = query.terms.map((term) =>
      Math.max(...[title, ...names].map((name, index) => scoreTerm(term, name, NAME_POINTS, wordCounts[index])))
    );
    const inText = query.terms.map((term) => scoreTerm(term, text, TEXT_POINTS, 1));
    const contains = query.terms.map((_, index) => inNames[index] + inText[index] > 0);
    let score = query.terms.reduce((sum, _, index) => sum + Math.max(inNames[index], inText[index]), 0);
    const hasAllWords = (folded) => query.allWords && dossier.textSearch.findMatches(query.allWords, folded, 1).length;
    if ([title, ...names].some(hasAllWords)) score += NAME_POINTS.allWords;
    else if (hasAllWords(text)) score += TEXT_POINTS.allWords;
    if (entry.normalizedNames.includes(query.text)) score += EXACT_NAME;
    const isNamed = inNames.every((points) => points > 0);
    return { entry, contains, isNamed, count: contains.filter(Boolean).length, score: score * entry.boost };
  }

  /** The entries that contain the most terms of a query, best first; if they are few, others follow. */
  function findEntries(query, entries) {
    const hits = entries.map((entry) => scoreEntry(entry, query)).filter((hit) => hit.count);
    hits.sort((a, b) => b.count - a.count || b.score - a.score || a.entry.order - b.entry.order);
    const best = hits.filter((hit) => hit.count === hits[0].count).length;
    return hits.slice(0, Math.max(best, MIN_RESULTS));
  }

  function escapeHtml(text) {
    return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  }

  /** The spans of the terms of a query in a text as [start, end], in order and without overlaps. */
  function matchSpans(query, text, folded) {
    const matches = query.terms.flatMap((term) => dossier.textSearch.findMatches(term, folded));
    if (!matches.length) return [];
    const placeOf = dossier.folding.places(text);
    const spans = matches.map((match) => placeOf(match.index, match.index + match[0].length));
    spans.sort(([start, end], [otherStart, otherEnd]) => start - otherStart || otherEnd - end);
    let last = 0;
    return spans.filter(([start, end]) => start >= last && (last = end));
  }

  /** A section of a text as HTML, with the spans in it marked. */
  function highlight(text, spans, from = 0, to = text.length) {
    let html = "";
    let position = from;
    for (const [start, end] of spans.filter(([start, end]) => start >= from && end <= to)) {
      html += `${escapeHtml(text.slice(position, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
      position = end;
    }
    return html + escapeHtml(text.slice(position, to));
  }

  /** Where the word at an offset of a text begins; between words, the offset. */
  function startOfWord(text, offset) {
    return segmenter?.segment(text).containing(offset)?.index ?? offset;
  }

  /** The text around the first match, cut between words; of an entry found by its name, the beginning. */
  function teaser({ entry, isNamed }, query) {
    const { text, folded } = entry;
    const spans = matchSpans(query, text, folded.text);
    const phrase = query.allWords && dossier.textSearch.findMatches(query.allWords, folded.text, 1)[0];
    const place = phrase ? dossier.folding.places(text)(phrase.index, phrase.index + phrase[0].length) : spans[0];
    const [first, end] = isNamed || !place ? [0, 0] : place;
    const from = first < TEASER_LENGTH / 2 ? 0 : startOfWord(text, Math.round(first - TEASER_LENGTH / 3));
    const cut = Math.max(startOfWord(text, from + TEASER_LENGTH), end);
    const to = text.length <= from + TEASER_LENGTH ? text.length : cut;
    return `<p dir="auto">${from ? "… " : ""}${highlight(text, spans, from, to)}${to < text.length ? " …" : ""}</p>`;
  }

  /** The alias that matched, where the title does not match. */
  function matchedAlias(entry, query) {
    if (matchSpans(query, entry.title, entry.folded.title).length) return "";
    for (const [index, name] of entry.names.entries()) {
      const spans = matchSpans(query, name, entry.folded.names[index]);
      if (!spans.length) continue;
      const marked = `<bdi>${highlight(name, spans)}</bdi>`;
      const alias = dossier.gettext("Also “%(name)s”", { name: marked });
      return `<p>${alias}</p>`;
    }
    return "";
  }

  /** The terms that an entry lacks, which Material shows as missing. */
  function missingTerms({ contains }, query) {
    const missing = query.terms.filter((_, index) => !contains[index]);
    return Object.fromEntries(missing.map((term) => [term.text, false]));
  }

  /** The terms that an entry contains, as a query. */
  function foundWords({ contains }, query) {
    const found = query.terms.filter((_, index) => contains[index]);
    return found.map((term) => (term.exact ? `"${term.text}"` : term.text)).join(" ");
  }

  /** An item whose address has the words that its page marks; see highlight.js. */
  function addWords({ words, ...item }) {
    const [page, ...anchor] = item.location.split("#");
    return words ? { ...item, location: [`${page}?words=${encodeURIComponent(words)}`, ...anchor].join("#") } : item;
  }

  /** A result as Material shows it: title and text are HTML. */
  function createItem(hit, query, rank) {
    const { entry, score } = hit;
    const { location } = entry;
    const words = foundWords(hit, query);
    const isTitleOnly = rank >= MAX_TEASERS;
    const spans = isTitleOnly ? [] : matchSpans(query, entry.title, entry.folded.title);
    const kind = `<span class="dossier-kind">${escapeHtml(entry.kind)}</span>`;
    const title = `${kind} <bdi>${highlight(entry.title, spans)}</bdi>`;
    if (isTitleOnly) return { location, title, text: "", score, words, terms: {} };
    const text = matchedAlias(entry, query) + teaser(hit, query);
    return { location, title, text, score, words, terms: missingTerms(hit, query) };
  }

  /** The items by page, as Material shows them: a list of each page's sections, which must contain the page itself. */
  function groupByPage(items, entries) {
    const pages = new Map();
    for (const item of items) {
      const page = item.location.split("#")[0];
      pages.set(page, [...(pages.get(page) || []), item]);
    }
    for (const [page, sections] of pages) {
      if (sections.some((section) => section.location === page)) continue;
      const title = entries.find((entry) => entry.location === page)?.title ?? page;
      sections.push({ location: page, title: escapeHtml(title), text: "", score: 0, terms: {} });
    }
    return [...pages.values()].map((sections) => sections.map(addWords));
  }

  /** Add the note on replaced words above the title of the first result, where Material always shows it. */
  function addNote(pages, note) {
    const first = pages[0]?.find((section) => !section.location.includes("#"));
    if (first && note) first.title = `<span class="dossier-correction">${escapeHtml(note)}</span> ${first.title}`;
    return pages;
  }

  /** The completion of the last word typed, from the title of the best result. */
  function suggest(bestHit, typed) {
    const { fold, places } = dossier.folding;
    const prefix = typed.split(/[\s-]+/).pop();
    const words = prefix && bestHit ? bestHit.entry.title.split(/[^\p{L}\p{M}\p{N}]+/u) : [];
    const word = words.find((word) => fold(word).startsWith(fold(prefix)));
    return word ? [prefix + word.slice(places(word)(0, fold(prefix).length)[1])] : [];
  }

  function answer(typed, { entries, parseQuery }) {
    const query = parseQuery(typed);
    const hits = query.terms.length ? findEntries(query, entries) : [];
    const pages = groupByPage(hits.map((hit, rank) => createItem(hit, query, rank)), entries);
    return { items: addNote(pages, query.note), suggest: suggest(hits[0], typed) };
  }

  async function search(typed) {
    latest = typed;
    const isBlank = !typed.trim();
    const loaded = isBlank ? null : await (loading ??= load());
    await new Promise((resolve) => setTimeout(resolve, DEBOUNCE));
    if (typed === latest) postMessage({ type: RESULT, data: isBlank ? { items: [] } : answer(typed, loaded) });
  }

  addEventListener("message", ({ data }) => {
    if (data.type === QUERY) search(data.data);
    if (data.type !== SETUP) return;
    if (self.document) loading = load(); // From `file:`, Material sends this when the search is opened.
    postMessage({ type: READY });
  });
})();
