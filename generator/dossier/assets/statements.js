/* Highlights a statement under the pointer or with the focus together with its passages in the list of evidence, and a
   passage there together with the statements that cite it. Both link to the same address. */

(() => {
  "use strict"

  const HIGHLIGHT = "dossier-highlight"
  const statements = [...document.querySelectorAll(".dossier-statement")]
  const evidence = [...(document.querySelector(":is(#evidence, :has(> #evidence)) ~ ol")?.children || [])]

  function addresses(element) {
    return [...element.querySelectorAll("a[href*='#p-']")].map((link) => link.href)
  }

  function related(target) {
    const statement = target.closest(".dossier-statement")
    const item = evidence.find((passage) => passage.contains(target))
    const source = statement || item
    if (!source) {
      return []
    }
    const shared = new Set(addresses(source))
    const others = statement ? evidence : statements
    return [source, ...others.filter((other) => addresses(other).some((address) => shared.has(address)))]
  }

  let highlighted = []

  function highlight({ target }) {
    highlighted.forEach((element) => element.classList.remove(HIGHLIGHT))
    highlighted = related(target)
    highlighted.forEach((element) => element.classList.add(HIGHLIGHT))
  }

  document.addEventListener("pointerover", highlight)
  document.addEventListener("focusin", highlight)
})()
