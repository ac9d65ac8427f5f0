/*
 * The search. Material for MkDocs hands what is typed to a worker and shows the results it answers with; this worker
 * stands at the address of Material's own, and speaks its messages (SearchMessage in Material's sources).
 *
 * Nothing is indexed: to read through the folded texts of ten thousand records takes less time than to build an index
 * of them. They are loaded when somebody searches, so that other pages load nothing.
 */
"use strict";

(() => {
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  const PAUSE = 25; // Milliseconds in which further keys make one query of many.
  const TEASER = 220;
  const TEASERS = 200; // So many results show their text; nobody reads further.
  const FEW = 10; // Where fewer results hold the whole query, those that lack a word of it make up so many.
  const ENOUGH = 5;
  const NAMED = 1000;
  const IN_NAME = { all: 60, whole: 40, begun: 25, share: 20 };
  const IN_TEXT = { all: 10, whole: 6, begun: 4, share: 0 };
  const SCRIPTS = ["assets/dossier/text-search.js", "assets/dossier/did-you-mean.js", "search/entries.js"];
  const site = new URL("../../../", self.document ? document.currentScript.src : self.location.href);
  let loading = null;
  let latest = "";

  /**
   * The entries, folded, and the way to ask for something in them. `importScripts` gives a promise where iframe-worker
   * stands in for a worker (`file:`).
   */
  async function load() {
    await importScripts(...SCRIPTS.map((path) => `${new URL(path, site)}`));
    const entries = dossier.entries.map(prepared);
    const texts = entries.flatMap(({ folded }) => [folded.title, ...folded.names, folded.text]);
    return { entries, ask: dossier.spelling(texts) };
  }

  function prepared([location, kind, title, text, names, boost], order) {
    const { fold, spaced } = dossier.words;
    const called = [title, ...names].map((name) => spaced(fold(name)));
    const folded = { title: fold(title), names: names.map(fold), text: fold(text) };
    return { location, kind, title, names, text, boost, order, called, folded };
  }

  /** How well one part of a query fits a text; 0 where it does not stand there. */
  function weight(part, folded, points, words) {
    const found = dossier.words.places(part, folded, ENOUGH);
    if (!found.length) return 0;
    const whole = found.some((one) => one[1] === "" || one[1] === "s");
    return (whole ? points.whole : points.begun) + points.share / words + found.length / ENOUGH;
  }

  /** How well an entry fits a query: its score, and which parts of the query its names and its text hold. */
  function judged(entry, query) {
    const { title, names, text } = entry.folded;
    const inNames = query.parts.map((part) =>
      Math.max(...[title, ...names].map((name, at) => weight(part, name, IN_NAME, entry.called[at].split(" ").length)))
    );
    const inText = query.parts.map((part) => weight(part, text, IN_TEXT, 1));
    const held = query.parts.map((_, at) => inNames[at] + inText[at] > 0);
    let score = query.parts.reduce((sum, _, at) => sum + Math.max(inNames[at], inText[at]), 0);
    const together = (folded) => query.all && dossier.words.places(query.all, folded, 1).length;
    if ([title, ...names].some(together)) score += IN_NAME.all;
    else if (together(text)) score += IN_TEXT.all;
    if (entry.called.includes(query.said)) score += NAMED;
    const named = inNames.every((one) => one > 0);
    return { entry, held, named, count: held.filter(Boolean).length, score: score * entry.boost };
  }

  /** The entries that hold the most of a query, best first; where they are few, others that hold less of it follow. */
  function found(query, entries) {
    const all = entries.map((entry) => judged(entry, query)).filter((one) => one.count);
    all.sort((one, other) => other.count - one.count || other.score - one.score || one.entry.order - other.entry.order);
    const most = all.filter((one) => one.count === all[0].count).length;
    return all.slice(0, Math.max(most, FEW));
  }

  function escaped(text) {
    return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
  }

  /** Where parts of a query stand in a folded text, in order, none within another. */
  function spans(query, folded) {
    const places = query.parts.flatMap((part) => dossier.words.places(part, folded));
    const spans = places.map((one) => [one.index, one.index + one[0].length]);
    spans.sort(([start, end], [other, until]) => start - other || until - end);
    let last = 0;
    return spans.filter(([start, end]) => start >= last && (last = end));
  }

  /** A stretch of a text as HTML, with what was sought marked. */
  function marked(text, spans, from = 0, to = text.length) {
    let html = "";
    let at = from;
    for (const [start, end] of spans.filter(([start, end]) => start >= from && end <= to)) {
      html += `${escaped(text.slice(at, start))}<mark>${escaped(text.slice(start, end))}</mark>`;
      at = end;
    }
    return html + escaped(text.slice(at, to));
  }

  /** The text around what was sought, cut between words; of what is named so, and so meant, the beginning. */
  function teaser({ entry, named }, query) {
    const { text, folded } = entry;
    const all = spans(query, folded.text);
    const together = query.all && dossier.words.places(query.all, folded.text, 1)[0];
    const first = named || !all.length ? 0 : together ? together.index : all[0][0];
    const from = first < TEASER / 2 ? 0 : Math.min(text.indexOf(" ", first - TEASER / 3) + 1, first);
    const last = text.lastIndexOf(" ", from + TEASER);
    const to = text.length <= from + TEASER ? text.length : last > first ? last : from + TEASER;
    return `<p>${from ? "… " : ""}${marked(text, all, from, to)}${to < text.length ? " …" : ""}</p>`;
  }

  /** The spelling that was found, where the title shows nothing of what was sought. */
  function spelling(entry, query) {
    const at = spans(query, entry.folded.title).length ? -1 : entry.folded.names.findIndex((one) => spans(query, one).length);
    return at < 0 ? "" : `<p>Also “${marked(entry.names[at], spans(query, entry.folded.names[at]))}”</p>`;
  }

  /** Each part of a query as the entry writes it, which its page then marks; false for one that it does not hold. */
  function terms({ entry, held }, query) {
    const texts = [[entry.text, entry.folded.text], [entry.title, entry.folded.title]];
    texts.push(...entry.names.map((name, at) => [name, entry.folded.names[at]]));
    const written = query.parts.map((part, at) => {
      const [text, one] = texts.map(([text, folded]) => [text, dossier.words.places(part, folded, 1)[0]]).find(([, one]) => one) || [];
      return held[at] ? [text.slice(one.index, one.index + one[0].length), true] : [part.said, false];
    });
    return Object.fromEntries(written);
  }

  /** A result as Material shows it: title and text are HTML. */
  function item(one, query, at) {
    const { entry, score } = one;
    const kind = `<span class="dossier-kind">${escaped(entry.kind)}</span> `;
    if (at >= TEASERS) return { location: entry.location, title: kind + escaped(entry.title), text: "", score, terms: {} };
    const title = kind + marked(entry.title, spans(query, entry.folded.title));
    const text = spelling(entry, query) + teaser(one, query);
    return { location: entry.location, title, text, score, terms: terms(one, query) };
  }

  /** Material shows pages, each with the sections of it that were found: lists that hold the page itself. */
  function grouped(items, entries) {
    const pages = new Map();
    for (const one of items) {
      const page = one.location.split("#")[0];
      pages.set(page, [...(pages.get(page) || []), one]);
    }
    for (const [page, sections] of pages) {
      if (sections.some((one) => one.location === page)) continue;
      const title = entries.find((one) => one.location === page)?.title ?? page;
      sections.push({ location: page, title: escaped(title), text: "", score: 0, terms: {} });
    }
    return [...pages.values()];
  }

  /** Says what was sought instead of what was typed above the first page's title, which Material shows in any case. */
  function noted(pages, note) {
    const first = pages[0]?.find((one) => !one.location.includes("#"));
    if (first && note) first.title = `<span class="dossier-correction">${escaped(note)}</span> ${first.title}`;
    return pages;
  }

  /** The word that the last one typed begins, as the best result's title has it. */
  function suggested(best, typed) {
    const { fold } = dossier.words;
    const begun = typed.split(/[\s-]+/).pop();
    const words = begun && best ? best.entry.title.split(/[^\p{L}\p{M}\p{N}]+/u) : [];
    const word = words.find((one) => fold(one).startsWith(fold(begun)));
    return word ? [begun + word.slice(begun.length)] : [];
  }

  function answer(typed, { entries, ask }) {
    const query = ask(typed);
    const best = query.parts.length ? found(query, entries) : [];
    const items = grouped(best.map((one, at) => item(one, query, at)), entries);
    return { items: noted(items, query.note), suggest: suggested(best[0], typed) };
  }

  async function search(typed) {
    latest = typed;
    const blank = !typed.trim();
    const loaded = blank ? null : await (loading ??= load());
    await new Promise((then) => setTimeout(then, PAUSE));
    if (typed === latest) postMessage({ type: RESULT, data: blank ? { items: [] } : answer(typed, loaded) });
  }

  addEventListener("message", ({ data }) => {
    if (data.type === QUERY) search(data.data);
    if (data.type !== SETUP) return;
    if (self.document) loading = load(); // From a folder, this comes when the search is opened.
    postMessage({ type: READY });
  });
})();
