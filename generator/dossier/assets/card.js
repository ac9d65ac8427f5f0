/* The card beside the text: shown for an element of the page, its opener, by pointer, keyboard or touch.

   A preview shows while the pointer stays on the opener or while the opener has the focus; it is never in the order of
   the keyboard. A click, a tap, Enter or the space bar opens the card as a dialog and moves the focus into it. Escape
   and a click elsewhere close the card. What openers there are, and what their cards show, other scripts say. */

(() => {
  "use strict"

  if (!("popover" in HTMLElement.prototype)) {
    return; // Marks remain links with a title.
  }

  const CLOSE_DELAY = 300; // Milliseconds after the pointer has left opener and card.
  const MIN_DOCK_WIDTH = 240; // Pixels that a card needs beside the text.
  const GAP = 12; // Pixels between the card and what is next to it.
  const [DOCK_GAP, DOCK_WIDTH] = [40, 400]; // Pixels between text and card, and that both take, where there is room.
  const NARROW = matchMedia("(max-width: 44.984375em)"); // There the card is at the bottom of the screen.
  const MIN_HEIGHT = 180; // Pixels that a card needs above or below its statement, else it is at the bottom too.
  const MIN_SHEET = 220; // Pixels of height that a card at the bottom of the screen keeps.

  const card = createElement("div", "dossier-card")
  const kinds = []; // What shows cards: see `add`.
  let opener = null; // The element that the card is shown for; null while it is closed.
  let isDialog = false; // Whether the card is open as a dialog.
  let isReturning = false; // Whether the focus is just going back from the card to its opener.
  let pending = null; // The opener whose card is being loaded, and how it will be shown.

  window.dossier = window.dossier || {}

  /* `add(kind)` makes elements openers: `kind.find` returns the opener at an element or null, `kind.load` promises the
     content of its card, or null for none; `kind.delay` is how long, in milliseconds, the pointer must stay on it;
     `kind.hasDialog` says whether its card opens as a dialog too.

     `open(source, after, label, content)` opens the card as a dialog for the element `source` and inserts it after the
     element `after`, for the order of the keyboard. The last element of `content` gets the button that closes it.
     `column(element)` returns the column of text that an element is in, beside which there may be room. */
  dossier.card = {
    add: (kind) => kinds.push(kind),
    open: (...shown) => show("dialog", ...shown),
    opener: () => opener,
    hide,
    column,
    statementOf,
    createElement,
    createLink,
  }

  card.popover = "manual"
  card.id = "dossier-card"
  card.tabIndex = -1
  card.dataset.hint = dossier.gettext("Enter: move into the card."); // Shown with a preview for the keyboard.

  /* The card is shown as "dialog"; as "hover", which the pointer can enter; or as "preview", which nothing can. */
  function show(mode, source, after, label, content) {
    hide()
    opener = source
    isDialog = mode === "dialog"
    source.classList.add("dossier-opener")
    statementOf(source).classList.add("dossier-anchor")
    card.inert = mode === "preview"
    card.classList.toggle("dossier-preview", !kindOf(source)?.hasDialog && !isDialog)
    card.setAttribute("role", "dialog")
    card.setAttribute("aria-label", label)
    if (isDialog || kindOf(source)?.hasDialog) {
      content.at(-1).append(createCloseButton())
    }
    card.replaceChildren(...content)
    after.after(card)
    card.scrollTop = 0
    card.showPopover()
    place(source)
    if (isDialog) {
      uncover(statementOf(source))
      setExpanded(source, true)
      card.focus({ preventScroll: true })
    }
  }

  function hide() {
    pending = null
    if (!opener) {
      return
    }
    const source = opener
    opener = null
    isDialog = false
    source.classList.remove("dossier-opener")
    statementOf(source).classList.remove("dossier-anchor")
    setExpanded(source, false)
    card.hidePopover()
    card.remove()
    document.body.style.removeProperty("padding-bottom")
  }

  function setExpanded(source, isExpanded) {
    if (source.hasAttribute("aria-expanded")) {
      source.setAttribute("aria-expanded", isExpanded)
    }
  }

  function hideAndReturn() {
    const source = opener
    const hadFocus = card.contains(document.activeElement)
    hide()
    if (hadFocus) {
      isReturning = true; // The focus shows no preview.
      source.focus({ preventScroll: true })
      isReturning = false
    }
  }

  /* What the reader is reading and the card must not cover: the statement of a mark, else the opener itself. */
  function statementOf(source) {
    const read = source.matches("sup > a") && source.closest(".dossier-statement, .dossier-figure-card, .dossier-quotation")
    return read || source
  }

  /* On a wide page, whose text has no column of its own: the paragraph or item. */
  function column(element) {
    return textColumn(element) || element.closest("p, li, dd, td, blockquote, figcaption")
  }

  function textColumn(element) {
    return element.closest(".dossier-line > p") || element.closest(".md-content:not(.dossier-wide) > .md-content__inner")
  }

  /* Beside the text at the height of the statement, where there is room; else the style sheet places the card: at the
     statement, or as a sheet at the bottom of the screen. */
  function place(source) {
    const statement = statementOf(source).getBoundingClientRect()
    const header = headerHeight()
    const width = document.documentElement.clientWidth
    const right = column(source)?.getBoundingClientRect().right || width
    const left = right + (width - right >= DOCK_WIDTH ? DOCK_GAP : GAP)
    const isDocked = width - right >= (textColumn(source) ? MIN_DOCK_WIDTH + 2 * GAP : DOCK_WIDTH)
    const height = Math.max(statement.top, innerHeight - statement.bottom)
    card.classList.toggle("dossier-docked", isDocked)
    card.classList.toggle("dossier-sheet", !isDocked && (NARROW.matches || height < MIN_HEIGHT))
    card.style.setProperty("--dossier-room", `${Math.max(MIN_SHEET, innerHeight - header - statement.height - 3 * GAP)}px`)
    if (isDocked) {
      card.style.setProperty("--dossier-left", `${left + scrollX}px`)
      const lowest = innerHeight - card.offsetHeight - GAP
      const top = Math.max(header + GAP, Math.min(statement.top, lowest))
      card.style.setProperty("--dossier-top", `${top + scrollY}px`)
    }
  }

  /* What the header covers of the screen: nothing where it scrolls with the page, on low screens. */
  function headerHeight() {
    const header = document.querySelector(".md-header")
    return header && getComputedStyle(header).position === "sticky" ? header.offsetHeight : 0
  }

  /* A dialog at the bottom of the screen may cover the statement: scroll that above the card. */
  function uncover(statement) {
    const [box, cardBox] = [statement, card].map((part) => part.getBoundingClientRect())
    const isCovered = box.bottom > cardBox.top && box.top < cardBox.bottom
    if (isCovered && box.right > cardBox.left && box.left < cardBox.right) {
      document.body.style.paddingBottom = `${cardBox.height}px`; // The end of the page can be scrolled above it too.
      scrollBy({ top: box.bottom - cardBox.top + GAP, behavior: "instant" })
    }
  }

  /* For touch screens, which have no Escape. */
  function createCloseButton() {
    const button = createElement("button", "dossier-close", dossier.gettext("Close"))
    button.type = "button"
    button.addEventListener("click", hideAndReturn)
    return button
  }

  function kindOf(source) {
    return kinds.find((kind) => kind.find(source) === source)
  }

  function openerAt(target) {
    if (card.contains(target)) {
      return opener
    }
    return kinds.reduce((found, kind) => found || kind.find(target), null)
  }

  /* Shows the card of an opener once its content is loaded. */
  async function load(mode, source) {
    const request = { source, mode }
    pending = request
    const shown = await kindOf(source).load(source)
    if (request === pending) {
      pending = null
      if (shown) {
        show(mode, source, source.closest("sup") || source, shown.label, shown.content)
      }
    }
  }

  function createElement(name, className, ...content) {
    const element = document.createElement(name)
    if (className) {
      element.className = className
    }
    element.append(...content)
    return element
  }

  function createLink(address, ...content) {
    const link = createElement("a", "", ...content)
    link.href = address
    return link
  }

  window.addEventListener("resize", () => opener && place(opener))

  /* Pointer: it stays on an opener, moves into the card, or leaves both. A dialog stays. */

  let hovered = null
  let timer = 0

  document.addEventListener("pointerover", ({ pointerType, target }) => {
    const source = openerAt(target)
    if (pointerType !== "mouse" || source === hovered) {
      return
    }
    hovered = source
    clearTimeout(timer)
    timer = setTimeout(hovered ? showHovered : hideHovered, hovered ? kindOf(hovered)?.delay : CLOSE_DELAY)
  })

  function showHovered() {
    cancelHover()
    if (isDialog || pending?.mode === "dialog") {
      return
    }
    if (hovered === opener) {
      card.inert = false; // It may have been a preview.
    } else {
      load("hover", hovered)
    }
  }

  function hideHovered() {
    cancelHover()
    if (!opener || isDialog) {
      return
    }
    if (document.activeElement === opener && opener.matches(":focus-visible")) {
      card.inert = true; // The focus keeps it as a preview.
    } else {
      hideAndReturn()
    }
  }

  /* A card that the pointer asked for, and that is not loaded yet, will not be shown. */
  function cancelHover() {
    if (pending?.mode === "hover") {
      pending = null
    }
  }

  /* Keyboard: the focus shows a preview, which it cannot enter; the card closes when the focus leaves it. */

  document.addEventListener("focusin", ({ target }) => {
    if (target === opener || card.contains(target) || isReturning) {
      return
    }
    hide()
    if (kindOf(target) && target.matches(":focus-visible")) {
      load("preview", target)
    }
  })

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      clearTimeout(timer)
      hideAndReturn()
    } else if (event.key === " " && kindOf(event.target)?.hasDialog) {
      event.preventDefault()
      event.target.click()
    }
  })

  /* Click, tap and Enter open the dialog, or close it; with a key held, the link is followed as usual. */

  document.addEventListener("click", (event) => {
    const source = event.target.closest("a")
    if (!source || !kindOf(source)?.hasDialog || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return
    }
    event.preventDefault()
    if (source === opener && isDialog) {
      hideAndReturn()
    } else {
      load("dialog", source)
    }
  })

  document.addEventListener("pointerdown", ({ target }) => {
    if (![card, opener, pending?.source].some((element) => element?.contains(target))) {
      hide()
    }
  })
})()
