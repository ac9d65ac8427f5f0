/* The words of the scripts in the language of the pages: every page loads this file before the other scripts.

   If the interface has the language of the pages, `dossier.language` is its tag, `dossier.messages` has the translations of
   messages, and `dossier.pluralForm` returns the form of a message that belongs to a number; else all is English. */
"use strict";

(() => {
  self.dossier ??= {};
  const { language = "en", messages = {}, pluralForm = (number) => Number(number !== 1) } = dossier;
  const numbers = new Intl.NumberFormat(language);

  /** A figure with the separators of the language. */
  dossier.formatNumber = (number) => numbers.format(number);

  /** A message with each `%(name)s` replaced by the value of that name; figures with their separators. */
  dossier.gettext = (message, values) => fill(messages[message] ?? message, values);

  /** A message in its form for a number, which is `%(number)s` in it. */
  dossier.ngettext = (singular, plural, number, values) => {
    const forms = messages[singular] ?? [singular, plural];
    return fill(forms[pluralForm(number)], { number, ...values });
  };

  function fill(message, values = {}) {
    return message.replace(/%\((\w+)\)s/g, (placeholder, name) => {
      const value = values[name] ?? placeholder;
      return typeof value === "number" ? dossier.formatNumber(value) : value;
    });
  }
})();
