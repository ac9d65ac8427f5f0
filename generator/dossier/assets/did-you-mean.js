/* A query as it was meant: a word that no text holds is taken for the nearest that one holds. For search and Explore. */
"use strict";

(() => {
  const { words } = dossier;
  const TELLING = /^[\p{L}\p{M}]{4,}$/u; // In shorter words, and in figures, one sign more or less is another word.
  const LONG = 8;

  /** How many letters are wrong, missing, too many or swapped with the next (Damerau-Levenshtein: optimal string alignment). */
  function distance(word, other) {
    const rows = [Array.from({ length: other.length + 1 }, (_, to) => to)];
    for (let from = 1; from <= word.length; from++) {
      const row = [from];
      for (let to = 1; to <= other.length; to++) {
        const wrong = Number(word[from - 1] !== other[to - 1]);
        const swapped = from > 1 && to > 1 && word[from - 1] === other[to - 2] && word[from - 2] === other[to - 1];
        const ways = [rows[from - 1][to] + 1, row[to - 1] + 1, rows[from - 1][to - 1] + wrong];
        row.push(Math.min(...ways, swapped ? rows[from - 2][to - 2] + 1 : Infinity));
      }
      rows.push(row);
    }
    return rows[word.length][other.length];
  }

  /** How often each word stands in folded texts. What stands between spaces is counted first: that is quick, and few differ. */
  function counted(texts) {
    const chunks = new Map();
    const counts = new Map();
    const add = (to, one, count) => to.set(one, (to.get(one) || 0) + count);
    for (const text of texts) text.split(" ").forEach((chunk) => add(chunks, chunk, 1));
    for (const [chunk, count] of chunks) words.wordsOf(chunk).forEach((word) => add(counts, word, count));
    return counts;
  }

  /** The nearest of counted words, of several the most frequent; nothing where none is near. */
  function nearest(word, counts) {
    const most = word.length < LONG ? 1 : 2;
    const alike = [...counts].filter(([other]) => Math.abs(other.length - word.length) <= most);
    const near = alike.map(([other, count]) => ({ other, count, far: distance(word, other) }));
    near.sort((one, two) => one.far - two.far || two.count - one.count);
    return near[0]?.far <= most ? near[0].other : undefined;
  }

  /**
   * The way to ask for something in folded texts: `words.ask`, and a `note` that says what was taken for something else,
   * empty where nothing was. The texts' words are counted when a query first has one that is nowhere.
   */
  function spelling(texts) {
    const known = new Map(); // What each word was taken for: further keys ask for the same words again.
    let counts = null;

    function taken(part) {
      if (part.whole || !TELLING.test(part.said)) return undefined;
      if (!known.has(part.said)) {
        const isThere = texts.some((text) => words.places(part, text, 1).length);
        known.set(part.said, isThere ? undefined : nearest(part.said, (counts ??= counted(texts))));
      }
      return known.get(part.said);
    }

    return function ask(typed) {
      const query = words.ask(typed);
      const instead = new Map(query.parts.map((part) => [part.said, taken(part)]).filter(([, word]) => word));
      const meant = instead.size ? words.ask(typed, instead) : query;
      const told = [...instead].filter(([, word]) => meant.parts.some((part) => part.said === word));
      return { ...meant, note: told.map(([said, word]) => `Nothing has “${said}”: shown is what has “${word}”.`).join(" ") };
    };
  }

  dossier.spelling = spelling;
})();
