/* The page of a source's text: passages are lit as a whole, also where others overlap them, and a click on one shows
   which statements cite it. The page can also be in a panel beside a record; see reading.js. */

(() => {
  "use strict"

  const MARK = "mark:is([id], [data-of])" // Of a passage, not of a word that was searched for.
  const text = document.querySelector(".dossier-text")
  const rowsByAnchor = new Map(
    [...text.querySelectorAll(".dossier-cited-by > li")].map((row) => [row.firstElementChild.hash.slice(1), row]),
  )

  /* The marks of a passage and its row in the notes of its line. */
  function partsOf(anchor) {
    const marks = text.querySelectorAll(`mark:is([id="${anchor}"], [data-of="${anchor}"])`)
    return [...marks, rowsByAnchor.get(anchor)]
  }

  function highlight(className, anchors) {
    for (const part of text.querySelectorAll(`.${className}`)) {
      part.classList.remove(className)
    }
    for (const anchor of anchors.filter((name) => rowsByAnchor.has(name))) {
      partsOf(anchor).forEach((part) => part.classList.add(className))
    }
  }

  const anchorOf = (mark) => mark.id || mark.dataset.of
  const anchorOfRow = (row) => row.firstElementChild.hash.slice(1)

  /* The passages that an element is about: a mark, a row of notes, or a record in the margin. */
  function anchorsFor(target) {
    const row = target.closest(":is(.dossier-cited-by, .dossier-rows) > li")
    const link = target.closest(".dossier-beside a")
    const mark = target.closest(MARK)
    if (link) {
      const rows = [...link.closest(".dossier-notes").querySelectorAll(".dossier-cited-by > li")]
      const isOfRecord = (cited) => [...cited.querySelectorAll("a")].some(({ pathname }) => pathname === link.pathname)
      return rows.filter(isOfRecord).map(anchorOfRow)
    }
    return row ? [anchorOfRow(row)] : mark ? [anchorOf(mark)] : []
  }

  /* Light the passage that the address points at and focus it, so that the keyboard continues from there. */
  function showTarget() {
    const anchor = decodeURIComponent(location.hash.slice(1))
    highlight("dossier-target", [anchor])
    if (rowsByAnchor.has(anchor)) {
      const mark = document.getElementById(anchor)
      mark.closest("details")?.setAttribute("open", "")
      mark.scrollIntoView({ block: "center" })
      mark.tabIndex = -1
      mark.focus({ preventScroll: true })
    }
  }

  /* The anchors of the passages at a mark, the innermost first. */
  function anchorsAt(mark) {
    const anchors = []
    for (let outer = mark; outer; outer = outer.parentElement.closest(MARK)) {
      anchors.push(anchorOf(outer))
    }
    return anchors.filter((anchor) => rowsByAnchor.has(anchor)) // One that began in another part has no row here.
  }

  function show(mark) {
    const { card } = dossier
    if (!card) {
      return; // The browser does not support cards; the notes of the line have the same.
    }
    const anchors = anchorsAt(mark)
    if (!anchors.length) {
      return
    }
    const rows = anchors.map((anchor) => {
      const row = card.createElement("li", "")
      row.append(...rowsByAnchor.get(anchor).cloneNode(true).childNodes)
      const href = row.firstElementChild.href
      row.append(createCopyButton(href))
      return row
    })
    const title = dossier.gettext("Cited for")
    card.open(mark, outermost(mark), title, [
      card.createElement("p", "dossier-label", title),
      card.createElement("ul", "dossier-rows", ...rows),
      card.createElement("div", "dossier-actions"),
    ])
  }

  function createCopyButton(href) {
    const getCitation = async () => (await dossier.loadPassage(href)).citation
    return dossier.createCopyButton(dossier.gettext("Copy with citation"), getCitation)
  }

  function outermost(mark) {
    const outer = mark.parentElement.closest(MARK)
    return outer ? outermost(outer) : mark
  }

  text.addEventListener("click", ({ target }) => {
    const mark = target.closest(MARK)
    if (mark && getSelection().isCollapsed) {
      show(mark)
    }
  })
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches(MARK)) {
      show(event.target)
    }
  })
  for (const kind of ["focusin", "pointerover"]) {
    text.addEventListener(kind, ({ target }) => highlight("dossier-highlight", anchorsFor(target)))
  }
  text.addEventListener("pointerleave", () => highlight("dossier-highlight", []))
  addEventListener("hashchange", showTarget)

  /* In the panel beside a record: only the text, in the colours of the record's page. Its links leave the panel. */
  if (window.parent !== window) {
    document.documentElement.classList.add("dossier-embedded")
    addEventListener("message", ({ source, data }) => {
      if (source === window.parent && ["default", "slate"].includes(data?.dossierScheme)) {
        document.body.dataset.mdColorScheme = data.dossierScheme
      }
    })
    addEventListener(
      "keydown",
      ({ key }) => {
        if (key === "Escape" && !dossier.card?.opener()) {
          window.parent.postMessage("dossier:close", "*")
        }
      },
      true,
    )
    document.addEventListener("click", ({ target }) => {
      const link = target.closest("a[href]")
      if (link && !link.getAttribute("href").startsWith("#")) {
        link.target = "_top"
      }
    })
  }
  showTarget()
})()
