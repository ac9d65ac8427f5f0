/* Full-text matching that ignores case, accents and typographic marks. Used by the search and by Explore. */
"use strict";

(() => {
  const WORD = /\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*/gu;
  const PHRASE = /["“”]([^"“”]+)["“”]?/g;
  const WORD_CHARACTER = "[\\p{L}\\p{M}\\p{N}]";
  const SEPARATOR = "[^\\p{L}\\p{M}\\p{N}]+";
  const STOP_WORDS = new Set(
    ("a about an and are as at be by did do does for from had has have how in is it its of on or that the their them " +
      "there they this to was were what when where which who whom whose why will with").split(" ")
  );
  /** Characters and what they fold to; `foldCharacter` adds accented letters as it meets them. */
  const FOLDED = new Map(Object.entries({ "’": "'", "‘": "'", "\u00a0": " ", ø: "o", ł: "l", đ: "d", ħ: "h", ı: "i" }));

  /** The letter without its accent. One code unit stays one, so that offsets in a folded text are those of the text. */
  function foldCharacter(letter) {
    if (!FOLDED.has(letter)) {
      const [base, mark] = letter.normalize("NFD");
      FOLDED.set(letter, mark && /\p{M}/u.test(mark) && base.length === letter.length ? base : letter);
    }
    return FOLDED.get(letter);
  }

  function lowerCase(letter) {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  }

  /** The text in lower case without accents, of the same length. */
  function fold(text) {
    const lower = text.toLowerCase();
    const sameLength = lower.length === text.length ? lower : Array.from(text, lowerCase).join("");
    return sameLength.replace(/[^\x00-\x7f]/g, foldCharacter);
  }

  /** The words of a folded text. Figures lose the commas that group digits; `u.s` is one word. */
  function wordsOf(folded) {
    return (folded.match(WORD) || []).map((word) => (/^\p{N}/u.test(word) ? word.replaceAll(",", "") : word));
  }

  /** The words of a folded text with single spaces, so that spellings of one name are equal. */
  function normalizeName(folded) {
    return joinWords(wordsOf(folded));
  }

  /** Words on one line, `u.s` as `us`. */
  function joinWords(words) {
    return words.map((word) => (/^\p{L}\./u.test(word) ? word.replaceAll(".", "") : word)).join(" ");
  }

  /** The source of a pattern for a word. Digits may be grouped; unless `exact`, a plural matches its singular too. */
  function wordPattern(word, exact) {
    return /^\d+$/.test(word) ? [...word].join(",?") : stem(word, exact).replaceAll(".", "\\.");
  }

  /** A string that every text with this word contains; checking for it first is fast. */
  function needleOf(word, exact) {
    return /^\d+$/.test(word) ? word.slice(-3) : stem(word, exact);
  }

  function stem(word, exact) {
    return !exact && word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  }

  /**
   * A term of a query: these words in a row, whatever punctuation is between them. A text must contain its `needle` and
   * match its `pattern`, whose group is the rest of a last word that is only begun. An `exact` term matches whole words.
   */
  function createTerm(words, exact) {
    const source = words.map((word) => wordPattern(word, exact)).join(SEPARATOR);
    const before = /^\d/.test(words[0]) ? `(?<!${WORD_CHARACTER}|\\p{N}[.,])` : `(?<!${WORD_CHARACTER})`;
    const after = exact ? `()(?!${WORD_CHARACTER})` : `(${WORD_CHARACTER}*)`;
    const pattern = new RegExp(before + source + after, "gu");
    return { text: words.join(" "), exact, needle: needleOf(words[0], exact), pattern };
  }

  /**
   * Parses a query into `terms`, each a word or a phrase in quotation marks; `allWords`, a term of every word in order,
   * null for a single word; and `text`, the words. Stop words are ignored where other words remain. Outside quotation
   * marks, words in `replacements` are replaced.
   */
  function parseQuery(query, replacements = new Map()) {
    const replace = (word) => replacements.get(word) ?? word;
    const folded = fold(query.normalize("NFC"));
    const phrases = [...folded.matchAll(PHRASE)].map((match) => wordsOf(match[1])).filter((words) => words.length);
    const words = wordsOf(folded.replace(PHRASE, " ")).map(replace);
    const significant = words.filter((word) => !STOP_WORDS.has(word));
    const searched = significant.length || phrases.length ? significant : words;
    const all = wordsOf(folded).map(replace);
    return {
      text: joinWords(all),
      terms: [...phrases.map((phrase) => createTerm(phrase, true)), ...searched.map((word) => createTerm([word], false))],
      allWords: all.length > 1 ? createTerm(all, false) : null,
    };
  }

  /** The first `limit` matches of a term in a folded text. */
  function findMatches(term, folded, limit = Infinity) {
    const matches = [];
    if (!folded.includes(term.needle)) return matches;
    for (const match of folded.matchAll(term.pattern)) {
      if (matches.push(match) === limit) break;
    }
    return matches;
  }

  const dossier = (self.dossier ??= {});
  dossier.textSearch = { fold, wordsOf, normalizeName, parseQuery, findMatches };
})();
