/* The card of a citation mark: the statement's passages, their attribution and how many origins they have.

   A mark shows a preview of its card while the pointer stays on it or while it has the focus; a click, a tap, Enter or
   the space bar opens the card as a dialog and moves the focus into it. Escape and a click elsewhere close the card.
   Other scripts show their content in it with `dossier.card`. */

(() => {
  "use strict"

  if (!("popover" in HTMLElement.prototype)) {
    return; // Marks remain links with a title.
  }

  const MARK = "sup[data-for] > a"
  const OPEN_DELAY = 150; // Milliseconds that the pointer must stay on a mark.
  const CLOSE_DELAY = 300; // Milliseconds after the pointer has left mark and card.
  const MIN_DOCK_WIDTH = 260; // Pixels that a card needs beside the text.
  const GAP = 12; // Pixels between the card and what is next to it.

  const card = createElement("div", "dossier-card")
  let opener = null; // The element that the card is shown for; null while it is closed.
  let isDialog = false; // Whether the card is open as a dialog.
  let isReturning = false; // Whether the focus is just going back from the card to its opener.
  let pending = null; // The mark whose card is being loaded, and how it will be shown.

  window.dossier = window.dossier || {}

  /* `open(source, after, label, content)` opens the card as a dialog for the element `source` and inserts it after the
     element `after`, for the order of the keyboard. The last element of `content` gets the button that closes it. */
  dossier.card = { open: (...shown) => show("dialog", ...shown), createElement, createLink }

  card.popover = "manual"
  card.id = "dossier-card"
  card.tabIndex = -1

  /* The card is shown as "dialog"; as "hover", which the pointer can enter; or as "preview", which nothing can. */
  function show(mode, source, after, label, content) {
    hide()
    opener = source
    isDialog = mode === "dialog"
    source.classList.add("dossier-opener")
    statementOf(source).classList.add("dossier-anchor")
    card.inert = mode === "preview"
    card.setAttribute("role", "dialog")
    card.setAttribute("aria-label", label)
    content.at(-1).append(createCloseButton())
    card.replaceChildren(...content)
    after.after(card)
    card.scrollTop = 0
    card.showPopover()
    place(statementOf(source))
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
  }

  function setExpanded(source, isExpanded) {
    if (source.matches(MARK)) {
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
    return source.closest(".dossier-statement") || source
  }

  /* Beside the text at the height of the statement, where there is room; else the style sheet places the card. */
  function place(statement) {
    const column = document.querySelector(".md-content__inner").getBoundingClientRect()
    const left = column.right + GAP
    const isDocked = innerWidth - left - GAP >= MIN_DOCK_WIDTH
    card.classList.toggle("dossier-docked", isDocked)
    if (isDocked) {
      card.style.setProperty("--dossier-left", `${left + scrollX}px`)
      const header = document.querySelector(".md-header")?.offsetHeight || 0
      const lowest = innerHeight - card.offsetHeight - GAP
      const top = Math.max(header + GAP, Math.min(statement.getBoundingClientRect().top, lowest))
      card.style.setProperty("--dossier-top", `${top + scrollY}px`)
    }
  }

  /* On a narrow screen the dialog is at the bottom, where it may cover the statement: scroll that above the card. */
  function uncover(statement) {
    const [box, cardBox] = [statement, card].map((part) => part.getBoundingClientRect())
    const isCovered = box.bottom > cardBox.top && box.top < cardBox.bottom
    if (isCovered && box.right > cardBox.left && box.left < cardBox.right) {
      scrollBy(0, box.bottom - cardBox.top + GAP)
    }
  }

  /* For touch screens, which have no Escape. */
  function createCloseButton() {
    const button = createElement("button", "dossier-close", "Close")
    button.type = "button"
    button.addEventListener("click", hideAndReturn)
    return button
  }

  /* Shows the card of a mark once its data is loaded, or has failed to. */
  async function showMark(mode, mark) {
    const request = { mark, mode }
    pending = request
    const cited = dossier.loadCited(mark.href, mark.parentElement.dataset.for)
    const content = await cited.then(createContent, () => createFailure(mark))
    if (request === pending) {
      show(mode, mark, mark.parentElement, mark.getAttribute("aria-label"), content)
    }
  }

  function createContent(cited) {
    const [first, ...others] = cited.passages
    const actions = createElement("div", "dossier-actions")
    actions.append(
      createLink(first.address, "View in source"),
      dossier.createCopyButton("Copy with citation", async () => first.citation),
    )
    return [
      createHeading(cited),
      createPassage(first),
      createAttribution(first),
      ...(others.length ? [createElement("p", "dossier-also", "Also for this statement:")] : []),
      ...others.map(createOther),
      createElement("p", "dossier-counts", cited.counts),
      actions,
    ]
  }

  function createFailure(mark) {
    const actions = createElement("div", "dossier-actions", createLink(mark.href, "View in source"))
    return [createElement("p", "", "This card could not be loaded. Its passage is in the text of the source."), actions]
  }

  function createHeading({ text, url }) {
    return createElement("p", "dossier-claim", createLink(url, text))
  }

  function createPassage({ before, exact, after }) {
    return createElement("blockquote", "", before, createElement("mark", "", exact), after)
  }

  /* The attribution, from the source that was read back to the first link. */
  function createAttribution({ data, via, root }) {
    const { name, page, facts } = data.source
    const list = createElement("ol", "dossier-trail")
    list.setAttribute("aria-label", "How these words reached us")
    const details = createElement("small", "", `read in full · ${facts}`)
    list.append(createElement("li", "", createLink(new URL(page, root), name), details))
    for (const [label, address] of via.map((key) => data.links[key])) {
      list.append(createElement("li", "", address ? createLink(new URL(address, root), label) : label))
    }
    return list
  }

  /* Another passage of the statement, with its attribution in one line. */
  function createOther({ exact, via, data, address }) {
    const names = [data.source.name, ...via.map((key) => data.links[key][0])].join(" → ")
    const line = createElement("small", "", `${names} · `, createLink(address, "View in source"))
    return createElement("div", "dossier-other", createElement("blockquote", "", createElement("mark", "", exact)), line)
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

  /* Pointer: it stays on a mark, moves into the card, or leaves both. A dialog stays. */

  let hovered = null
  let timer = 0

  document.addEventListener("pointerover", ({ pointerType, target }) => {
    const mark = card.contains(target) ? opener : target.closest(MARK)
    if (pointerType !== "mouse" || mark === hovered) {
      return
    }
    hovered = mark
    clearTimeout(timer)
    timer = setTimeout(hovered ? showHovered : hideHovered, hovered ? OPEN_DELAY : CLOSE_DELAY)
  })

  function showHovered() {
    cancelHover()
    if (isDialog || pending?.mode === "dialog") {
      return
    }
    if (hovered === opener) {
      card.inert = false; // It may have been a preview.
    } else {
      showMark("hover", hovered)
    }
  }

  function hideHovered() {
    cancelHover()
    if (!opener?.matches(MARK) || isDialog) {
      return
    }
    if (document.activeElement === opener) {
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
    if (target.matches(MARK) && target.matches(":focus-visible")) {
      showMark("preview", target)
    }
  })

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      clearTimeout(timer)
      hideAndReturn()
    } else if (event.key === " " && event.target.matches(MARK)) {
      event.preventDefault()
      event.target.click()
    }
  })

  /* Click, tap and Enter open the dialog, or close it; with a key held, the link is followed as usual. */

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(MARK)
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return
    }
    event.preventDefault()
    if (mark === opener && isDialog) {
      hideAndReturn()
    } else {
      showMark("dialog", mark)
    }
  })

  document.addEventListener("pointerdown", ({ target }) => {
    if (![card, opener, pending?.mark].some((element) => element?.contains(target))) {
      hide()
    }
  })

  /* The card replaces the browser's tooltip; screen readers keep its text. */
  for (const mark of document.querySelectorAll(MARK)) {
    mark.setAttribute("aria-description", mark.title)
    mark.setAttribute("aria-haspopup", "dialog")
    mark.setAttribute("aria-expanded", "false")
    mark.removeAttribute("title")
  }
})()
