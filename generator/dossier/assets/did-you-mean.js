/* Replaces a misspelt word of a query by the nearest word that is in the texts. Used by the search and by Explore. */
"use strict";

(() => {
  const { textSearch } = dossier;
  const MIN_LENGTH = 4; // In shorter words, as in figures and unspaced scripts, a changed character is another word.
  const LONG_WORD = 8; // Letters from which two mistakes are corrected instead of one.

  /** How many letters are wrong, missing, superfluous or swapped (Damerau-Levenshtein, optimal string alignment). */
  function distance(word, other) {
    const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
    for (let from = 1; from <= word.length; from++) {
      const row = [from];
      for (let to = 1; to <= other.length; to++) {
        const substitution = Number(word[from - 1] !== other[to - 1]);
        const swapped = from > 1 && to > 1 && word[from - 1] === other[to - 2] && word[from - 2] === other[to - 1];
        const costs = [rows[from - 1][to] + 1, row[to - 1] + 1, rows[from - 1][to - 1] + substitution];
        row.push(Math.min(...costs, swapped ? rows[from - 2][to - 2] + 1 : Infinity));
      }
      rows.push(row);
    }
    return rows[word.length][other.length];
  }

  /** How often each word occurs in folded texts. Chunks between spaces are counted first: few differ, so it is fast. */
  function countWords(texts) {
    const chunks = new Map();
    const words = new Map();
    const add = (counts, key, count) => counts.set(key, (counts.get(key) || 0) + count);
    for (const text of texts) text.split(" ").forEach((chunk) => add(chunks, chunk, 1));
    for (const [chunk, count] of chunks) textSearch.wordsOf(chunk).forEach((word) => add(words, word, count));
    return words;
  }

  /** The nearest of the counted words, the most frequent of equally near ones; undefined where none is near. */
  function nearestWord(word, counts) {
    const maxDistance = word.length < LONG_WORD ? 1 : 2;
    const similar = [...counts].filter(([other]) => Math.abs(other.length - word.length) <= maxDistance);
    const candidates = similar.map(([other, count]) => ({ other, count, distance: distance(word, other) }));
    candidates.sort((a, b) => a.distance - b.distance || b.count - a.count);
    return candidates[0]?.distance <= maxDistance ? candidates[0].other : undefined;
  }

  /**
   * Returns a function that parses a query for these folded texts: the result of `textSearch.parseQuery`, and a `note`
   * on the words that were replaced, "" if none. The words of the texts are counted when the first query needs it.
   */
  function didYouMean(texts) {
    const replacements = new Map(); // By word: each further key typed asks for the same words again.
    let counts = null;

    function replacementFor(term) {
      if (term.exact || term.text.length < MIN_LENGTH || !textSearch.isSpacedWord(term.text)) return undefined;
      if (!replacements.has(term.text)) {
        const occurs = texts.some((text) => textSearch.findMatches(term, text, 1).length);
        replacements.set(term.text, occurs ? undefined : nearestWord(term.text, (counts ??= countWords(texts))));
      }
      return replacements.get(term.text);
    }

    return function parse(typed) {
      const query = textSearch.parseQuery(typed);
      const replaced = new Map(query.terms.map((term) => [term.text, replacementFor(term)]).filter(([, word]) => word));
      const corrected = replaced.size ? textSearch.parseQuery(typed, replaced) : query;
      const used = [...replaced].filter(([, word]) => corrected.terms.some((term) => term.text === word));
      const notes = used.map(([misspelt, word]) =>
        dossier.gettext("No results for “%(misspelt)s”. Showing “%(word)s” instead.", { misspelt, word })
      );
      return { ...corrected, note: notes.join(" ") };
    };
  }

  dossier.didYouMean = didYouMean;
})();
