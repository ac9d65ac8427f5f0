/* The card of a citation: the passage in its context, its attribution and what else supports the statement.

   A citation opens its card while the pointer stays on it, when it gets the focus from the keyboard, or at the first tap.
   Escape and a click elsewhere close the card. Other scripts show their content in it with `dossier.card`. */

(() => {
  "use strict"

  if (!("popover" in HTMLElement.prototype)) {
    return; // Citations remain links with a title.
  }

  const CITATION = "sup[data-record] > a"
  const OPEN_DELAY = 150; // Milliseconds that the pointer must stay on a citation.
  const CLOSE_DELAY = 300; // Milliseconds after the pointer has left citation and card.

  const card = createElement("div", "dossier-card")
  let opener = null; // The element that the card is shown for; null while it is closed.
  let pending = null; // The citation whose card is being loaded.

  window.dossier = window.dossier || {}

  /* `show(source, after, label, content)` opens the card for the element `source` and inserts it after `after`, for the
     order of the keyboard. The last element of `content` gets the button that closes the card. */
  dossier.card = { show, hide, createElement, createLink }

  card.popover = "auto"
  card.id = "dossier-card"
  card.setAttribute("role", "dialog")
  card.addEventListener("toggle", (event) => {
    if (event.newState === "closed") {
      resetOpener()
      card.remove()
    }
  })

  function show(source, after, label, content) {
    hide()
    resetOpener()
    opener = source
    source.classList.add("dossier-opener")
    source.setAttribute("aria-details", card.id)
    card.setAttribute("aria-label", label)
    content.at(-1).append(createCloseButton())
    card.replaceChildren(...content)
    after.after(card)
    card.scrollTop = 0
    card.showPopover()
    uncover(source)
  }

  function hide() {
    pending = null
    if (card.matches(":popover-open")) {
      card.hidePopover()
    }
  }

  /* For touch screens, which have no Escape. */
  function createCloseButton() {
    const button = createElement("button", "dossier-close", "Close")
    button.type = "button"
    button.addEventListener("click", () => {
      const source = opener
      hide()
      source.focus({ preventScroll: true })
    })
    return button
  }

  function resetOpener() {
    opener?.classList.remove("dossier-opener")
    opener?.removeAttribute("aria-details")
    opener = null
  }

  /* On a narrow screen the card is at the bottom, where it may cover what opened it: scroll that above the card. */
  function uncover(source) {
    const [sourceBox, cardBox] = [source, card].map((part) => part.getBoundingClientRect())
    if (sourceBox.bottom > cardBox.top && sourceBox.top < cardBox.bottom) {
      scrollBy(0, sourceBox.bottom - cardBox.top + sourceBox.height)
    }
  }

  /* Opens the card of a citation once its data is loaded. */
  async function open(citation) {
    if (citation === opener || citation === pending) {
      return
    }
    pending = citation
    const data = await dossier.loadPassage(citation.href)
    if (citation === pending) {
      show(citation, citation.parentElement, `Evidence from ${data.source.name}`, createContent(citation, data))
    }
  }

  function createContent(citation, data) {
    const { before, exact, after, via } = data.passage
    const record = citation.parentElement.dataset.record
    const actions = createElement("div", "dossier-actions")
    actions.append(
      createLink(citation.href, "View in source"),
      dossier.createCopyButton("Copy with citation", async () => data.citation),
    )
    return [
      createElement("blockquote", "", before, createElement("mark", "", exact), after),
      createAttribution(data, via[record] || []),
      createCorroboration(data, record),
      actions,
    ]
  }

  /* The attribution, from the source that was read back to the first link. */
  function createAttribution(data, via) {
    const { name, page, facts } = data.source
    const list = createElement("ol", "dossier-trail")
    list.setAttribute("aria-label", "How these words reached us")
    const details = createElement("small", "", `read in full · ${facts}`)
    list.append(createElement("li", "", createLink(new URL(page, data.root), name), details))
    for (const key of via) {
      const [label, address] = data.links[key]
      list.append(createElement("li", "", address ? createLink(new URL(address, data.root), label) : label))
    }
    return list
  }

  /* How many sources and independent origins support the record whose statement is cited. */
  function createCorroboration(data, record) {
    const [label, page, counts] = data.records[record]
    const line = createElement("div", "dossier-corroboration", createElement("strong", "", counts))
    line.append(" for: ", createLink(new URL(page, data.root), label))
    return line
  }

  function createElement(name, className, ...content) {
    const element = document.createElement(name)
    if (className) {
      element.className = className
    }
    element.append(...content)
    return element
  }

  function createLink(address, text) {
    const link = createElement("a", "", text)
    link.href = address
    return link
  }

  /* Pointer: it stays on a citation, moves into the card, or leaves both. */

  let hovered = null
  let timer = 0

  document.addEventListener("pointerover", ({ pointerType, target }) => {
    const citation = card.contains(target) ? opener : target.closest(CITATION)
    if (pointerType !== "mouse" || citation === hovered) {
      return
    }
    hovered = citation
    clearTimeout(timer)
    timer = setTimeout(() => (hovered ? open(hovered) : closeUnfocused()), hovered ? OPEN_DELAY : CLOSE_DELAY)
  })

  function closeUnfocused() {
    if (opener?.matches(CITATION) && document.activeElement !== opener && !card.contains(document.activeElement)) {
      hide()
    }
  }

  /* Keyboard: the card opens when its citation gets the focus, comes next in the order, and closes when it loses it. */

  document.addEventListener("focusin", ({ target }) => {
    if (target === opener || card.contains(target)) {
      return
    }
    hide()
    if (target.matches(CITATION) && target.matches(":focus-visible")) {
      open(target)
    }
  })

  /* Touch: the first tap opens the card, which contains the link; the next one closes it. */

  let isTouch = false
  let previousOpener = null

  document.addEventListener(
    "pointerdown",
    ({ pointerType }) => {
      isTouch = pointerType !== "mouse"
      previousOpener = opener
    },
    true,
  )

  document.addEventListener("click", (event) => {
    const citation = event.target.closest(CITATION)
    if (!citation || !isTouch || event.detail === 0) {
      return
    }
    event.preventDefault()
    if (citation !== previousOpener) {
      open(citation).catch(() => location.assign(citation.href))
    }
  })

  /* The card replaces the browser's tooltip; screen readers keep its text. */
  for (const citation of document.querySelectorAll(`${CITATION}[title]`)) {
    citation.setAttribute("aria-description", citation.title)
    citation.removeAttribute("title")
  }
})()
