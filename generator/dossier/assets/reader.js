/* A reader page: a passage is shown whole, where others overlap it too, and a click on it tells what rests on it. */

(() => {
  "use strict"

  const text = document.querySelector(".dossier-text")
  const rests = new Map(
    [...text.querySelectorAll(".dossier-cited-by > li")].map((row) => [row.firstElementChild.hash.slice(1), row]),
  )

  /* Every part of a passage, and its row in the list under its line. */
  function parts(anchor) {
    const marks = text.querySelectorAll(`mark:is([id="${anchor}"], [data-of="${anchor}"])`)
    return [...marks, rests.get(anchor)]
  }

  function light(style, anchor) {
    for (const lit of text.querySelectorAll(`.${style}`)) {
      lit.classList.remove(style)
    }
    if (rests.has(anchor)) {
      parts(anchor).forEach((part) => part.classList.add(style))
    }
  }

  const anchorOf = (mark) => mark.id || mark.dataset.of
  const rowOf = (target) => target.closest(":is(.dossier-cited-by, .dossier-rows) > li")?.firstElementChild.hash.slice(1)

  /* The passage that an address leads to, which then has the focus, so that the keyboard goes on from there. */
  function arrive() {
    const anchor = decodeURIComponent(location.hash.slice(1))
    light("dossier-target", anchor)
    if (rests.has(anchor)) {
      const mark = document.getElementById(anchor)
      mark.tabIndex = -1
      mark.focus({ preventScroll: true })
    }
  }

  /* The passages at a place of the text, the innermost first. */
  function passagesAt(mark) {
    const found = []
    for (let one = mark; one; one = one.parentElement.closest("mark")) {
      found.push(anchorOf(one))
    }
    return found
  }

  function show(mark) {
    const { card } = dossier
    if (!card) {
      return; // The browser is too old for cards: the list under the line tells the same.
    }
    const rows = passagesAt(mark).map((anchor) => {
      const row = card.element("li", "")
      row.append(...rests.get(anchor).cloneNode(true).childNodes)
      const href = row.firstElementChild.href
      row.append(dossier.copyButton("Copy with citation", async () => (await dossier.passage(href)).citation))
      return row
    })
    card.show(mark, topOf(mark), "What rests on these words", [
      card.element("strong", "", "What rests on these words"),
      card.element("ul", "dossier-rows", ...rows),
      card.element("div", "dossier-actions"),
    ])
  }

  function topOf(mark) {
    const outer = mark.parentElement.closest("mark")
    return outer ? topOf(outer) : mark
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
    text.addEventListener(kind, ({ target }) => light("dossier-highlight", rowOf(target)))
  }
  addEventListener("hashchange", arrive)
  arrive()
})()
