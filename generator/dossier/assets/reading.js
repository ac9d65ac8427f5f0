/* The text of a source beside the page, at the cited words, where the screen is wide enough; else links to passages are
   followed as usual. Escape and its button close it, and the focus returns to where it was. */

(() => {
  "use strict"

  const LINK = ".dossier-card a.dossier-read, :is(#evidence, :has(> #evidence)) ~ ol > li a[href*='#p-']"
  const MIN_WIDTH = 380; // Pixels that the text needs beside the page.
  const MAX_WIDTH = 760
  const GAP = 24; // Pixels between the page's column and the text.

  if (window.top !== window || !window.dossier?.card) {
    return
  }

  const { createElement, createLink, column, statementOf } = dossier.card
  const { gettext } = dossier
  const frame = createElement("iframe", "")
  const name = createElement("p", "dossier-label")
  const whole = createLink("", gettext("Open the whole page"))
  const close = createElement("button", "dossier-close", gettext("Close"))
  const panel = createElement("section", "dossier-reading", createElement("header", "", name, whole, close), frame)
  let opener = null; // The element that the focus returns to.
  let lit = null; // The statement that is read.

  close.type = "button"
  close.addEventListener("click", hide)
  frame.addEventListener("load", () => {
    frame.contentWindow.postMessage({ dossierScheme: document.body.dataset.mdColorScheme }, "*")
    frame.classList.add("dossier-loaded")
  })

  function show(link, source) {
    hide()
    const left = leftEdge(source)
    if (left === null) {
      return false
    }
    dossier.card.hide()
    opener = source
    lit = statementOf(source)
    lit.classList.add("dossier-anchor")
    setTitle(gettext("The text of the source"))
    const setName = ({ data }) => setTitle(gettext("The text of %(source)s", { source: data.source.name }))
    dossier.loadPassage(link.href).then(setName, () => {})
    whole.href = link.href
    frame.classList.remove("dossier-loaded")
    frame.src = link.href
    place(left)
    document.body.append(panel)
    close.focus()
    return true
  }

  function setTitle(title) {
    name.textContent = title
    frame.title = title
    panel.setAttribute("aria-label", title)
  }

  function hide() {
    if (!opener) {
      return
    }
    const source = opener
    const hadFocus = panel.contains(document.activeElement)
    opener = null
    lit.classList.remove("dossier-anchor")
    panel.remove()
    if (hadFocus) {
      source.focus({ preventScroll: true })
    }
  }

  /* Where the text begins: beside the column of the page or, on a wide page, of the words that are read. */
  function leftEdge(source) {
    const widest = document.documentElement.clientWidth - MAX_WIDTH
    const { right } = (column(source) || statementOf(source)).getBoundingClientRect()
    const left = Math.max(right + GAP, widest)
    return document.documentElement.clientWidth - left >= MIN_WIDTH ? left : null
  }

  function place(left) {
    panel.style.setProperty("--dossier-left", `${left}px`)
    panel.style.setProperty("--dossier-top", `${document.querySelector(".md-header")?.offsetHeight || 0}px`)
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(LINK)
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return
    }
    const source = link.closest(".dossier-card") ? dossier.card.opener() : link
    if (show(link, source)) {
      event.preventDefault()
    }
  })

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hide()
    }
  })

  /* The keyboard may be in the text. */
  addEventListener("message", ({ source, data }) => {
    if (opener && source === frame.contentWindow && data === "dossier:close") {
      close.focus()
      hide()
    }
  })

  addEventListener("resize", () => {
    const left = opener && leftEdge(opener)
    if (opener && left === null) {
      hide()
    } else if (opener) {
      place(left)
    }
  })
})()
