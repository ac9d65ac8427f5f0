/* Full-text matching in folded texts. Used by the search, by the pages it leads to, and by Explore. */
"use strict";

(() => {
  const { fold } = dossier.folding;
  const WORD = /\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*/gu;
  const PHRASE = /["“”„«»「」『』]([^"“”„«»「」『』]+)["“”„«»「」『』]?/g;
  const SEPARATOR = "[^\\p{L}\\p{M}\\p{N}]+";
  /* Scripts without spaces between words, and Korean, whose compounds have none. */
  const SCRIPTS = ["Han", "Hira", "Kana", "Bopo", "Hang", "Thai", "Laoo", "Khmr", "Mymr"];
  const UNSPACED = `[${SCRIPTS.map((script) => `\\p{scx=${script}}`).join("")}]`;
  const WORD_CHARACTER = `(?!${UNSPACED})[\\p{L}\\p{M}\\p{N}]`;
  const BEGINS_UNSPACED = new RegExp(`^${UNSPACED}`, "u");
  const ENDS_UNSPACED = new RegExp(`${UNSPACED}\\p{M}*$`, "u");
  const SPACED_WORD = new RegExp(`^(?:(?!${UNSPACED})[\\p{L}\\p{M}])+$`, "u");
  /* Before an Arabic word, its article and what is written with it: “and”, “by”, “as”, “for”. */
  const ARABIC_ARTICLE = "و?(?:[بكف]?ال|لل)";
  const BEGINS_WITH_ARTICLE = new RegExp(`^${ARABIC_ARTICLE}(?=\\p{sc=Arab}{3})`, "u");
  const SPACED_THOUSANDS = /(?<![\p{N}.,])\p{Nd}{1,3}(?: \p{Nd}{3})+(?!\p{Nd})/gu;
  /* The words that a search leaves out, in the language of the pages: their translation is such words of another one. */
  const STOP_WORDS = new Set(
    dossier
      .gettext(
        "a about an and are as at be by did do does for from had has have how in is it its of on or that the their them there they this to was were what when where which who whom whose why will with",
      )
      .split(" ")
      .map(fold),
  );
  /** The words of a folded text; `u.s` is one word. */
  function wordsOf(folded) {
    return folded.match(WORD) || [];
  }

  /** The words of a folded text with single spaces, so that spellings of one name are equal. */
  function normalizeName(folded) {
    return joinWords(wordsOf(folded));
  }

  /** Words on one line, `u.s` as `us`. */
  function joinWords(words) {
    return words.map((word) => (/^\p{L}\./u.test(word) ? word.replaceAll(".", "") : word)).join(" ");
  }

  /** Whether a misspelling of a word can be recognized: it is in letters, with spaces before and after. */
  function isSpacedWord(word) {
    return SPACED_WORD.test(word);
  }

  /** The source of a pattern for a word; spaces may group a figure. Unless `exact`, other forms of the word match. */
  function wordPattern(word, exact) {
    const source = stem(word, exact).replaceAll(".", "\\.");
    return /^\d/.test(word) ? source.replace(/\B(?=(?:\d{3})+(?!\d))/g, " ?") : source;
  }

  /** A string that every text with this word contains; checking for it first is fast. */
  function needleOf(word, exact) {
    return /^\d/.test(word) ? word.match(/^\d+/)[0].slice(-3) : stem(word, exact);
  }

  /** A word without the ending of a plural or the Arabic article. */
  function stem(word, exact) {
    if (exact || word.length <= 4) return word;
    return /[^s]s$/.test(word) ? word.slice(0, -1) : word.replace(BEGINS_WITH_ARTICLE, "");
  }

  /** What must be before a word: no letter, and no digits of the same figure. Arabic “and” is written with a figure. */
  function beforePattern(word, exact) {
    if (BEGINS_UNSPACED.test(word)) return "";
    const noLetter = `(?<!${WORD_CHARACTER})`;
    if (/^\d/.test(word)) return `(?<!(?!\\p{sc=Arab})${WORD_CHARACTER})(?<!(?<![\\d.])\\d+\\.)`;
    return !exact && /^\p{sc=Arab}/u.test(word) ? `${noLetter}(?:${ARABIC_ARTICLE})?` : noLetter;
  }

  /** What follows a word: the rest of a word that is only begun, or nothing. Marks belong to their letter. */
  function afterPattern(word, exact) {
    if (ENDS_UNSPACED.test(word)) return "(\\p{M}*)";
    const more = /\d$/.test(word) ? `(?:${WORD_CHARACTER}|\\.(?=\\d))` : `(?:${WORD_CHARACTER})`;
    return exact ? `()(?!${more})` : `(${more}*)`;
  }

  /**
   * A term of a query: these words in a row, whatever punctuation is between them. A text must contain its `needle`
   * and match its `pattern`, whose group is the rest of a last word that is only begun. An `exact` term matches whole
   * words.
   */
  function createTerm(words, exact) {
    const source = words.map((word) => wordPattern(word, exact)).join(SEPARATOR);
    const pattern = new RegExp(beforePattern(words[0], exact) + source + afterPattern(words.at(-1), exact), "gu");
    return { text: words.join(" "), exact, needle: needleOf(words[0], exact), pattern };
  }

  /**
   * Parses a query into `terms`, each a word or a phrase in quotation marks; `allWords`, a term of every word in order,
   * null for a single word; and `text`, the words. Stop words are ignored where other words remain. Outside quotation
   * marks, words in `replacements` are replaced.
   */
  function parseQuery(query, replacements = new Map()) {
    const replace = (word) => replacements.get(word) ?? word;
    const folded = fold(query.replace(SPACED_THOUSANDS, (figure) => figure.replaceAll(" ", "\u00a0")));
    const phrases = [...folded.matchAll(PHRASE)].map((match) => wordsOf(match[1])).filter((words) => words.length);
    const words = wordsOf(folded.replace(PHRASE, " ")).map(replace);
    const significant = words.filter((word) => !STOP_WORDS.has(word));
    const searched = significant.length || phrases.length ? significant : words;
    const all = wordsOf(folded).map(replace);
    return {
      text: joinWords(all),
      terms: [
        ...phrases.map((phrase) => createTerm(phrase, true)),
        ...searched.map((word) => createTerm([word], false)),
      ],
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

  dossier.textSearch = { wordsOf, isSpacedWord, normalizeName, parseQuery, findMatches };
})();
