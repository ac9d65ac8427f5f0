/* Words as a reader means them: case, accents and typographic marks make no difference. For search and Explore. */
"use strict";

(() => {
  const WORD = /\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*/gu;
  const PHRASE = /["“”]([^"“”]+)["“”]?/g;
  const IN_WORD = "[\\p{L}\\p{M}\\p{N}]";
  const BETWEEN = "[^\\p{L}\\p{M}\\p{N}]+";
  const COMMON = new Set(
    ("a about an and are as at be by did do does for from had has have how in is it its of on or that the their them " +
      "there they this to was were what when where which who whom whose why will with").split(" ")
  );
  const ALIKE = new Map(Object.entries({ "’": "'", "‘": "'", "\u00a0": " ", ø: "o", ł: "l", đ: "d", ħ: "h", ı: "i" }));

  /** The letter without its accent; one code unit for one, so that places in a folded text are places in the text. */
  function bare(letter) {
    if (!ALIKE.has(letter)) {
      const [first, mark] = letter.normalize("NFD");
      ALIKE.set(letter, mark && /\p{M}/u.test(mark) && first.length === letter.length ? first : letter);
    }
    return ALIKE.get(letter);
  }

  function lower(letter) {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }

  /** The text in lower case without accents, as long as it was. */
  function fold(text) {
    const small = text.toLowerCase();
    const kept = small.length === text.length ? small : Array.from(text, lower).join("");
    return kept.replace(/[^\x00-\x7f]/g, bare);
  }

  /** The words of a folded text; figures without the commas that group their digits; `u.s` is one word. */
  function wordsOf(folded) {
    return (folded.match(WORD) || []).map((word) => (/^\p{N}/u.test(word) ? word.replaceAll(",", "") : word));
  }

  /** A folded text as its words alone, by which two spellings of one name are the same. */
  function spaced(folded) {
    return joined(wordsOf(folded));
  }

  /** Words as one line, `u.s` as `us`. */
  function joined(words) {
    return words.map((word) => (/^\p{L}\./u.test(word) ? word.replaceAll(".", "") : word)).join(" ");
  }

  /** A word as a pattern: digits may be grouped, and a plural finds its singular too unless it is asked for `whole`. */
  function pattern(word, whole) {
    return /^\d+$/.test(word) ? [...word].join(",?") : stem(word, whole).replaceAll(".", "\\.");
  }

  /** What a text must hold to hold the word at all: looked for first, because that is quick. */
  function needle(word, whole) {
    return /^\d+$/.test(word) ? word.slice(-3) : stem(word, whole);
  }

  function stem(word, whole) {
    return !whole && word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  }

  /**
   * Something sought: the words of `part` side by side, whichever marks stand between them. A text is to hold its
   * `needle` and match its `pattern`, whose group is the rest of a word that is only begun. `whole` takes no begun one.
   */
  function sought(part, whole) {
    const words = part.map((word) => pattern(word, whole)).join(BETWEEN);
    const before = /^\d/.test(part[0]) ? `(?<!${IN_WORD}|\\p{N}[.,])` : `(?<!${IN_WORD})`;
    const after = whole ? `()(?!${IN_WORD})` : `(${IN_WORD}*)`;
    return { said: part.join(" "), whole, needle: needle(part[0], whole), pattern: new RegExp(before + words + after, "gu") };
  }

  /**
   * What a query asks for: `parts`, each a word or a phrase in quotation marks, and `all`, every word in its order.
   * Words that stand in every text are left out where others remain. Outside quotation marks, a word that `instead` has
   * is asked for as what it says.
   */
  function ask(query, instead = new Map()) {
    const meant = (word) => instead.get(word) ?? word;
    const folded = fold(query.normalize("NFC"));
    const phrases = [...folded.matchAll(PHRASE)].map((found) => wordsOf(found[1])).filter((words) => words.length);
    const single = wordsOf(folded.replace(PHRASE, " ")).map(meant);
    const telling = single.filter((word) => !COMMON.has(word));
    const chosen = telling.length || phrases.length ? telling : single;
    const all = wordsOf(folded).map(meant);
    return {
      said: joined(all),
      parts: [...phrases.map((words) => sought(words, true)), ...chosen.map((word) => sought([word], false))],
      all: all.length > 1 ? sought(all, false) : null,
    };
  }

  /** The places in a folded text where `part` stands, as matches of its pattern, at most so many. */
  function places(part, folded, most = Infinity) {
    const found = [];
    if (!folded.includes(part.needle)) return found;
    for (const one of folded.matchAll(part.pattern)) {
      if (found.push(one) === most) break;
    }
    return found;
  }

  const dossier = (self.dossier ??= {});
  dossier.words = { fold, wordsOf, spaced, ask, places };
})();
