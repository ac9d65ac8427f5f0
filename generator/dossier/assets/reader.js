/* The page of a source's text: passages are highlighted as a whole, also where others overlap them, and a click on one
   shows which statements cite it. */

(() => {
  "use strict"

  const text = document.querySelector(".dossier-text")
  const rowsByAnchor = new Map(
    [...text.querySelectorAll(".dossier-cited-by > li")].map((row) => [row.firstElementChild.hash.slice(1), row]),
  )

  /* The marks of a passage and its row in the list under its line. */
  function partsOf(anchor) {
    const marks = text.querySelectorAll(`mark:is([id="${anchor}"], [data-of="${anchor}"])`)
    return [...marks, rowsByAnchor.get(anchor)]
  }

  function highlight(className, anchor) {
    for (const part of text.querySelectorAll(`.${className}`)) {
      part.classList.remove(className)
    }
    if (rowsByAnchor.has(anchor)) {
      partsOf(anchor).forEach((part) => part.classList.add(className))
    }
  }

  const anchorOf = (mark) => mark.id || mark.dataset.of
  const anchorOfRow = (target) => target.closest(":is(.dossier-cited-by, .dossier-rows) > li")?.firstElementChild.hash.slice(1)

  /* Highlight the passage that the address points at and focus it, so that the keyboard continues from there. */
  function showTarget() {
    const anchor = decodeURIComponent(location.hash.slice(1))
    highlight("dossier-target", anchor)
    if (rowsByAnchor.has(anchor)) {
      const mark = document.getElementById(anchor)
      mark.tabIndex = -1
      mark.focus({ preventScroll: true })
    }
  }

  /* The anchors of the passages at a mark, the innermost first. */
  function anchorsAt(mark) {
    const anchors = []
    for (let outer = mark; outer; outer = outer.parentElement.closest("mark")) {
      anchors.push(anchorOf(outer))
    }
    return anchors
  }

  function show(mark) {
    const { card } = dossier
    if (!card) {
      return; // The browser does not support cards; the list under the line has the same.
    }
    const rows = anchorsAt(mark).map((anchor) => {
      const row = card.createElement("li", "")
      row.append(...rowsByAnchor.get(anchor).cloneNode(true).childNodes)
      const href = row.firstElementChild.href
      row.append(dossier.createCopyButton("Copy with citation", async () => (await dossier.loadPassage(href)).citation))
      return row
    })
    card.open(mark, outermost(mark), "Cited for", [
      card.createElement("strong", "", "Cited for"),
      card.createElement("ul", "dossier-rows", ...rows),
      card.createElement("div", "dossier-actions"),
    ])
  }

  function outermost(mark) {
    const outer = mark.parentElement.closest("mark")
    return outer ? outermost(outer) : mark
  }

  text.addEventListener("click", ({ target }) => {
    const mark = target.closest("mark")
    if (mark && getSelection().isCollapsed) {
      show(mark)
    }
  })
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("mark")) {
      show(event.target)
    }
  })
  for (const kind of ["focusin", "pointerover"]) {
    text.addEventListener(kind, ({ target }) => highlight("dossier-highlight", anchorOfRow(target)))
  }
  addEventListener("hashchange", showTarget)
  showTarget()
})()
