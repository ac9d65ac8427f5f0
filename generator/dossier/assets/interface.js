/* The words of the scripts in the language of the pages: every page loads this file before the other scripts.

   `dossier.messages` has the translations of messages, if the pages are in another language than English, and
   `dossier.pluralForm` the form of a message that belongs to a number. */
"use strict";

(() => {
  self.dossier ??= {};
  const { messages = {}, pluralForm = (number) => Number(number !== 1) } = dossier;
  /* In the worker of the search, which shows no figures, there is no document. */
  const numbers = new Intl.NumberFormat(self.document?.documentElement.lang || "en");

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
