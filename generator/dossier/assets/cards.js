/* The card of a citation: the passage in its context, how it reached us, what else stands behind the statement.

   A mark opens its card when the pointer rests on it, when it is reached by the keyboard, or at the first tap. Escape,
   and a click beside it, close the card. `dossier.card` shows other things in the same place. */

(() => {
  "use strict"

  if (!("popover" in HTMLElement.prototype)) {
    return; // Marks stay links with a title.
  }

  const MARK = "sup[data-record] > a"
  const REST = 150; // Milliseconds until a pointer that stays on a mark opens its card,
  const LEAVE = 300; // and until a pointer that went elsewhere closes it.

  const card = element("div", "dossier-card")
  let opener = null; // What the card is shown for; null while it is closed.
  let wanted = null; // The mark whose card is being loaded.

  window.dossier = window.dossier || {}

  /* `show(of, after, label, content)` opens the card for an element, in the order of the page behind `after`; the last
     element of the content takes the button that closes it. */
  dossier.card = { show, hide, element, link }

  card.popover = "auto"
  card.id = "dossier-card"
  card.setAttribute("role", "dialog")
  card.addEventListener("toggle", (event) => {
    if (event.newState === "closed") {
      forget()
      card.remove()
    }
  })

  function show(of, after, label, content) {
    hide()
    forget()
    opener = of
    of.classList.add("dossier-opener")
    of.setAttribute("aria-details", card.id)
    card.setAttribute("aria-label", label)
    content.at(-1).append(closing())
    card.replaceChildren(...content)
    after.after(card)
    card.scrollTop = 0
    card.showPopover()
    uncover(of)
  }

  function hide() {
    wanted = null
    if (card.matches(":popover-open")) {
      card.hidePopover()
    }
  }

  /* For a finger, which has no Escape. */
  function closing() {
    const button = element("button", "dossier-close", "Close")
    button.type = "button"
    button.addEventListener("click", () => {
      const back = opener
      hide()
      back.focus({ preventScroll: true })
    })
    return button
  }

  function forget() {
    opener?.classList.remove("dossier-opener")
    opener?.removeAttribute("aria-details")
    opener = null
  }

  /* On a narrow screen the card stands at the foot, where it must not lie over what opened it. */
  function uncover(of) {
    const [own, other] = [of, card].map((one) => one.getBoundingClientRect())
    if (own.bottom > other.top && own.top < other.bottom) {
      scrollBy(0, own.bottom - other.top + own.height)
    }
  }

  /* Opens the card of a mark, once what it tells is loaded. */
  async function open(mark) {
    if (mark === opener || mark === wanted) {
      return
    }
    wanted = mark
    const told = await dossier.passage(mark.href)
    if (mark === wanted) {
      show(mark, mark.parentElement, `Evidence from ${told.source.name}`, content(mark, told))
    }
  }

  function content(mark, told) {
    const { before, exact, after, via } = told.passage
    const record = mark.parentElement.dataset.record
    const actions = element("div", "dossier-actions")
    actions.append(
      link(mark.href, "Read it in its place"),
      dossier.copyButton("Copy with citation", async () => told.citation),
    )
    return [
      element("blockquote", "", before, element("mark", "", exact), after),
      trail(told, via[record] || []),
      spread(told, record),
      actions,
    ]
  }

  /* The chain, from the document read back to who said it. */
  function trail(told, via) {
    const { name, page, facts } = told.source
    const steps = element("ol", "dossier-trail")
    steps.setAttribute("aria-label", "How these words reached us")
    steps.append(element("li", "", link(new URL(page, told.root), name), element("small", "", `read here · ${facts}`)))
    for (const step of via) {
      const [called, where] = told.links[step]
      steps.append(element("li", "", where ? link(new URL(where, told.root), called) : called))
    }
    return steps
  }

  /* How many documents and origins stand behind the record whose statement the mark follows. */
  function spread(told, record) {
    const [label, page, counted] = told.records[record]
    const line = element("div", "dossier-corroboration", element("strong", "", counted))
    line.append(" for: ", link(new URL(page, told.root), label))
    return line
  }

  function element(name, style, ...content) {
    const made = document.createElement(name)
    if (style) {
      made.className = style
    }
    made.append(...content)
    return made
  }

  function link(address, words) {
    const made = element("a", "", words)
    made.href = address
    return made
  }

  /* The pointer: it rests on a mark, goes on into the card, or leaves both. */

  let aim = null
  let timer = 0

  document.addEventListener("pointerover", ({ pointerType, target }) => {
    const now = card.contains(target) ? opener : target.closest(MARK)
    if (pointerType !== "mouse" || now === aim) {
      return
    }
    aim = now
    clearTimeout(timer)
    timer = setTimeout(() => (aim ? open(aim) : leave()), aim ? REST : LEAVE)
  })

  function leave() {
    if (opener?.matches(MARK) && document.activeElement !== opener && !card.contains(document.activeElement)) {
      hide()
    }
  }

  /* The keyboard: the card opens with its mark's focus, follows it in the order of the page, and closes behind it. */

  document.addEventListener("focusin", ({ target }) => {
    if (target === opener || card.contains(target)) {
      return
    }
    hide()
    if (target.matches(MARK) && target.matches(":focus-visible")) {
      open(target)
    }
  })

  /* A finger: the first tap opens the card, which holds the link on; the next closes it. */

  let tapped = false
  let shownBefore = null

  document.addEventListener(
    "pointerdown",
    ({ pointerType }) => {
      tapped = pointerType !== "mouse"
      shownBefore = opener
    },
    true,
  )

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(MARK)
    if (!mark || !tapped || event.detail === 0) {
      return
    }
    event.preventDefault()
    if (mark !== shownBefore) {
      open(mark).catch(() => location.assign(mark.href))
    }
  })

  /* The browser's own tip would double the card; its words stay for those who listen. */
  for (const mark of document.querySelectorAll(`${MARK}[title]`)) {
    mark.setAttribute("aria-description", mark.title)
    mark.removeAttribute("title")
  }
})()
