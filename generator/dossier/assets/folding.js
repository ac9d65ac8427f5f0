/*
 * Folding: a text as searches compare it, in lower case, without accents, each letter and figure written in one way, and
 * where each folded character is in the text as written. Used by every script that searches.
 */
"use strict";

(() => {
  const FIGURE = String.raw`\p{Nd}+(?:[.,'’٫٬．，\u00a0\u2007\u2009\u202f]\p{Nd}+)+`;
  const CONJOINING_HANGUL = String.raw`[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+`;
  const KANA_WITH_MARK = String.raw`[\u3041-\u30ff][\u3099\u309a]`;
  /* Outside ASCII, and outside the Thai, Burmese, Khmer, Japanese, Chinese and Korean characters that stay as they are. */
  const SOUTH_EAST_ASIAN = String.raw`\u0e01-\u0e32\u0e34-\u0e4e\u1000-\u1021\u1780-\u17d3`;
  const FOLDABLE = `[^\\x00-\\x7f${SOUTH_EAST_ASIAN}\\u3001-\\u30fc\\u3400-\\u9fff\\uac00-\\ud7a3]`;
  const PIECE = pattern(FIGURE, CONJOINING_HANGUL, KANA_WITH_MARK, `${FOLDABLE}[\\p{M}\\uff9e\\uff9f]*`);
  /* Longer sections, mostly words, of which many are in a text again and again. */
  const SECTION = pattern(FIGURE, KANA_WITH_MARK, `${FOLDABLE}+`);
  const ONE_FIGURE = new RegExp(`^(?:${FIGURE})$`, "u");
  /* Accents, the marks of Arabic and Hebrew vowels, the Arabic stretch, and what readers cannot see. */
  const REMOVED = /(?![\u3099\u309a])(?=\p{M})[\p{sc=Zinh}\p{sc=Arab}\p{sc=Hebr}\p{sc=Cyrl}]|[\u0640\p{Cf}]/gu;
  const LETTERS = {
    ß: "ss", œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d", ħ: "h", ı: "i", ŀ: "l", ŋ: "n", þ: "th", ð: "d", ŧ: "t", ƒ: "f",
    ς: "σ", ٱ: "ا", ى: "ي", ی: "ي", ے: "ي", ة: "ه", ۀ: "ه", ە: "ه", ک: "ك", "’": "'", "‘": "'", "؟": "?", "،": ",",
  };
  const sections = new Map(); // What sections fold to.

  function pattern(...alternatives) {
    return new RegExp(alternatives.join("|"), "gu");
  }

  /** The value of a decimal digit of any script: the digits of a script are in a row. */
  function digitValue(digit) {
    let zero = digit.codePointAt(0);
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return (digit.codePointAt(0) - zero) % 10;
  }

  function foldDigits(text) {
    return text.replace(/(?!\d)\p{Nd}/gu, digitValue);
  }

  function foldCharacter(character) {
    const plain = character.normalize("NFKD").toLowerCase().replace(REMOVED, "");
    return foldDigits(plain.normalize("NFC").replace(/[^\x00-\x7f]/g, (letter) => LETTERS[letter] ?? letter));
  }

  /** Whether the parts of a figure are groups of digits: of three, or as in `1,00,000`. */
  function isGrouped([first, ...groups]) {
    if (first.length > 3 || first.startsWith("0") || groups.at(-1)?.length !== 3) return false;
    const before = groups.slice(0, -1);
    return before.every((group) => group.length === 3) || before.every((group) => group.length === 2);
  }

  /**
   * A figure by its value: `10.000`, `10 000` and `10,000` as `10000`, `1.234,5` and `1,234.5` as `1234.5`. What may be
   * either grouped or a fraction, such as `1.234`, counts as grouped. What is no figure, such as a date, stays.
   */
  function foldFigure(figure) {
    const oneSpace = figure.replace(/[٬'’\u00a0\u2007\u2009\u202f]/g, " ");
    const plain = foldDigits(oneSpace.replace(/[٫．]/g, ".").replace(/，/g, ","));
    const parts = plain.split(/\D/);
    const marks = plain.replace(/\d/g, "");
    if (new Set(marks).size === 1 && isGrouped(parts)) return parts.join("");
    const [whole, fraction] = [parts.slice(0, -1), parts.at(-1)];
    const [grouping, point] = [marks.slice(0, -1), marks.at(-1)];
    const isWhole = whole.length === 1 || (new Set(grouping).size === 1 && isGrouped(whole));
    return isWhole && point !== " " && !grouping.includes(point) ? `${whole.join("")}.${fraction}` : plain;
  }

  /** A piece in its folded form. `²` and `½` stay what they are: as digits they would change the number before them. */
  function foldPiece(piece) {
    if (ONE_FIGURE.test(piece)) return foldFigure(piece);
    return /^\p{No}/u.test(piece) ? piece : foldCharacter(piece);
  }

  function foldSection(section) {
    let folded = sections.get(section);
    if (folded === undefined) sections.set(section, (folded = section.replace(PIECE, foldPiece)));
    return folded;
  }

  /** The folded text; `places` says where its characters are in the text. */
  function fold(text) {
    return text.replace(SECTION, foldSection).toLowerCase();
  }

  /** A function that returns the span in a text, [start, end], of a span in the folded text, extended to characters. */
  function places(text) {
    const changes = []; // Pieces whose length changes: the span in the folded text, then in the text.
    let shift = 0;
    for (const { 0: piece, index } of text.matchAll(PIECE)) {
      const length = foldPiece(piece).length;
      if (length === piece.length) continue;
      changes.push({ start: index + shift, end: index + shift + length, from: index, to: index + piece.length });
      shift += length - piece.length;
    }
    const originalOf = (offset, isEnd) => {
      const change = changes.findLast(({ start, end }) => start < offset || end <= offset);
      if (!change) return offset;
      if (offset < change.end) return isEnd ? change.to : change.from;
      return change.to + offset - change.end;
    };
    return (start, end) => [originalOf(start, false), originalOf(end, true)];
  }

  const dossier = (self.dossier ??= {});
  dossier.folding = { fold, places };
})();
