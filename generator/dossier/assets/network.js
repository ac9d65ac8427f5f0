/* The picture of relationships: lines between names, which stay text. What it draws, it reads from the list below it.

   It shows the actors with most relationships, those of a chosen actor, or all; filters, which are kept in the address,
   hide relationships in the picture and in the list. */
(function () {
  "use strict"

  const root = document.querySelector(".dossier-network")
  const picture = root?.querySelector(".dossier-picture")
  const list = document.getElementById("dossier-relations")
  if (!picture || !list) return
  const { gettext, ngettext } = dossier
  const MOST_NAMES = 150 // That the picture can show.
  const ARROW = 6 // Pixels, as all lengths here.
  const CLEARANCE = 5 // Between a line and its name.
  const BEND = 0.55 // How far a line goes straight on, as a share of the space between the columns.
  const first = Number(picture.dataset.most)
  const form = root.querySelector(".dossier-filters")
  const boxes = [...form.querySelectorAll("input")]
  const output = root.querySelector("output")
  const showAll = root.querySelector(".dossier-all")
  const panel = dossierPanel.element
  const ties = [...list.querySelectorAll(".dossier-relation")].map(readTie)
  const actors = new Map(ties.flatMap(({ ends }) => ends).map(end => [end.id, end]))
  const items = new Map([...picture.querySelectorAll("li")].map(item => [item.id, item]))
  const sections = new Map([...picture.querySelectorAll("section")].map(section => [section.dataset.side, section]))
  const colours = new Map(
    [...sections].map(([side, section]) => [side, section.querySelector("polygon").getAttribute("color")]),
  )
  const drawing = picture.querySelector(":scope > svg")
  let most = first
  let chosen = null // The id of the actor whose relationships are lit until another is chosen.
  let shown = ties

  function readTie(item) {
    const sides = item.closest("details").dataset.sides.split(" ")
    const links = [...item.querySelectorAll(":scope > a")].slice(0, 2)
    const ends = links.map((link, index) => ({
      id: link.getAttribute("href").replace(/^.*\/|\.html$/g, ""),
      link,
      label: link.textContent,
      side: sides[index],
    }))
    return { item, ends, sides, type: item.dataset.type, sources: item.dataset.sources.split(" ") }
  }

  /** The checked values of a name; none means all. */
  function checkedValues(name) {
    return boxes.filter(box => box.name === name && box.checked).map(box => box.value)
  }

  function matches(values, wanted) {
    return wanted.length === 0 || wanted.some(value => values.includes(value))
  }

  function neighbours(id) {
    return shown.filter(({ ends }) => ends.some(end => end.id === id)).flatMap(({ ends }) => ends.map(end => end.id))
  }

  /** The ids of all actors with relationships that are shown, those with most first, as `pages/network.py` sorts them. */
  function ranked(counts) {
    const label = id => actors.get(id).label
    return [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (label(a) < label(b) ? -1 : 1))
  }

  /** The best-connected actors, and those with most relationships to them, as `pages/network.py` chooses them. */
  function choiceOf(order) {
    if (order.length <= most) return order
    const pairs = shown.map(({ ends }) => ends.map(({ id }) => id)).filter(([one, other]) => one !== other)
    const hubs = new Set(order.slice(0, most / 2))
    const links = new Map()
    for (const [one, other] of pairs) {
      if (hubs.has(one) === hubs.has(other)) continue
      const outer = hubs.has(one) ? other : one
      links.set(outer, (links.get(outer) ?? 0) + 1)
    }
    const others = order.filter(id => links.has(id)).sort((a, b) => links.get(b) - links.get(a))
    const chosenIds = new Set([...hubs, ...others.slice(0, most - hubs.size)])
    const joined = new Set(pairs.filter(pair => pair.every(id => chosenIds.has(id))).flat())
    return order.filter(id => joined.has(id))
  }

  /** Put the names into their columns, and draw the lines between them. */
  function show() {
    const counts = new Map()
    for (const { id } of shown.flatMap(({ ends }) => ends)) counts.set(id, (counts.get(id) ?? 0) + 1)
    const order = ranked(counts)
    const wanted = new Set([...choiceOf(order), ...(chosen ? [chosen, ...neighbours(chosen)] : [])])
    for (const [side, section] of sections) {
      const ids = order.filter(id => wanted.has(id) && actors.get(id).side === side)
      section.querySelector("ol").replaceChildren(...ids.map(id => nameItem(id, counts.get(id))))
      section.hidden = ids.length === 0
      const count = order.filter(id => actors.get(id).side === side).length
      const part = { shown: ids.length, number: count }
      section.querySelector("h2 small").textContent =
        ids.length < count ? gettext("%(shown)s of %(number)s shown", part) : ""
    }
    output.textContent = `${tieCount()}, ${nameCount(wanted.size, order.length)}`
    showAll.hidden = order.length <= first || order.length > MOST_NAMES
    const all = ngettext("Show all %(number)s name", "Show all %(number)s names", order.length)
    showAll.textContent = most === first ? all : gettext("Show the best-connected")
    draw()
  }

  /** `39 of 83 relationships`, `1 relationship`. */
  function tieCount() {
    const [part, all] = [shown.length, ties.length]
    if (part === all) return ngettext("%(number)s relationship", "%(number)s relationships", all)
    return ngettext("%(shown)s of %(number)s relationship", "%(shown)s of %(number)s relationships", all, { shown: part })
  }

  function nameCount(part, all) {
    if (part === all) return ngettext("%(number)s name", "%(number)s names", all)
    return ngettext("%(shown)s of %(number)s name", "%(shown)s of %(number)s names", all, { shown: part })
  }

  /** A link to an actor's page, as the list has it: in a frame of another site, it opens a new tab. */
  function linkTo(id) {
    const link = actors.get(id).link.cloneNode(true)
    link.removeAttribute("id")
    return link
  }

  function nameItem(id, count) {
    if (!items.has(id)) {
      const [item, link] = [document.createElement("li"), linkTo(id)]
      link.hash = "relationships"
      item.append(link, "\u00a0", document.createElement("small"))
      document.getElementById(id)?.removeAttribute("id") // Where the list names the actor first.
      item.id = id
      items.set(id, item)
    }
    const item = items.get(id)
    item.dataset.actor = id
    item.querySelector("small").textContent = dossier.formatNumber(count)
    return item
  }

  /** Where the lines of each name begin, and whether they leave it to the right (1) or to the left (-1). */
  function anchors() {
    const frame = picture.getBoundingClientRect()
    const [left, right] = picture.querySelectorAll(".dossier-column")
    const isOneColumn = !right || right.offsetLeft === left.offsetLeft
    const found = new Map()
    for (const item of picture.querySelectorAll("li")) {
      const direction = isOneColumn || left.contains(item) ? 1 : -1
      const box = item.getBoundingClientRect()
      const x = (direction === 1 ? box.right : box.left) - frame.left + direction * CLEARANCE
      found.set(item.dataset.actor, { x, y: box.top + box.height / 2 - frame.top, direction })
    }
    const edge = Math.max(...[...found.values()].filter(({ direction }) => direction === 1).map(({ x }) => x), 0)
    const end = Math.min(...[...found.values()].filter(({ direction }) => direction === -1).map(({ x }) => x), frame.width)
    return { found, space: Math.max(end - edge, 0) }
  }

  function draw() {
    const { found, space } = anchors()
    const between = new Map() // How many lines join two names so far.
    const groups = []
    for (const { item, ends, sides } of shown) {
      const [from, to] = ends.map(({ id }) => found.get(id))
      if (!from || !to || from === to) continue
      const pair = ends.map(({ id }) => id).sort().join(" ")
      const nth = between.get(pair) ?? 0
      between.set(pair, nth + 1)
      groups.push(tieGroup(item, ends, colours.get(sides[0]), path(from, to, space, nth)))
    }
    drawing.replaceChildren(...groups)
    light(actorAt(document.activeElement) ?? chosen)
  }

  /** A curve that leaves both names at a right angle to their column, and the arrow at its end. */
  function path(from, to, space, nth) {
    const distance = Math.abs(from.y - to.y)
    const isBow = from.direction === to.direction
    const reach = (isBow ? Math.min(space * 0.9, 14 + distance * 0.45) : space * BEND) * (1 - nth * 0.18)
    const end = to.x + to.direction * ARROW
    const curve =
      `M${from.x} ${from.y}C${from.x + from.direction * reach} ${from.y} ` +
      `${end + to.direction * reach} ${to.y + nth * 4} ${end} ${to.y + nth * 4}`
    return [curve, `M${to.x} ${to.y + nth * 4}l${to.direction * ARROW} -3v6z`]
  }

  function tieGroup(item, ends, colour, paths) {
    const group = document.createElementNS(drawing.namespaceURI, "g")
    group.setAttribute("class", `dossier-tie dossier-${item.dataset.stance}`)
    group.setAttribute("color", colour)
    group.dataset.ends = ends.map(({ id }) => id).join(" ")
    for (const d of paths) group.appendChild(document.createElementNS(drawing.namespaceURI, "path")).setAttribute("d", d)
    return group
  }

  /** Light the lines of an actor and the names they lead to; without one, all are equal again. */
  function light(id) {
    picture.classList.toggle("dossier-choosing", id !== null)
    const related = new Set(id ? [id, ...neighbours(id)] : [])
    for (const item of picture.querySelectorAll("li")) item.classList.toggle("dossier-lit", related.has(item.dataset.actor))
    const groups = [...drawing.children]
    for (const group of groups) group.classList.toggle("dossier-lit", group.dataset.ends.split(" ").includes(id))
    drawing.append(...groups.filter(group => group.classList.contains("dossier-lit"))) // Above the others.
  }

  /** Light an actor until another is chosen, and show its relationships in the panel. */
  function choose(id, source) {
    const before = source?.getBoundingClientRect().top
    chosen = id
    show()
    if (source) scrollBy(0, source.getBoundingClientRect().top - before) // Names may have been added above it.
    const [heading, entries] = [document.createElement("h2"), document.createElement("ul")]
    heading.append(linkTo(id))
    const own = shown.filter(({ ends }) => ends.some(end => end.id === id))
    entries.append(...own.map(({ item }) => item.cloneNode(true)))
    dossierPanel.open([heading, entries], source)
  }

  /** Hide what does not match the form, in the list and in the picture. */
  function filter() {
    const [sides, types, sources] = ["side", "relation", "source"].map(checkedValues)
    shown = ties.filter(
      tie => matches(tie.sides, sides) && matches([tie.type], types) && matches(tie.sources, sources),
    )
    const kept = new Set(shown.map(({ item }) => item))
    for (const { item } of ties) item.hidden = !kept.has(item)
    const isFiltered = shown.length < ties.length
    for (const details of list.querySelectorAll("details[data-sides]"))
      details.hidden = !details.querySelector("li:not([hidden])")
    for (const section of list.querySelectorAll(".dossier-from"))
      section.hidden = isFiltered && !section.querySelector("details[data-sides]:not([hidden])")
    form.querySelector("[type=reset]").hidden = !isFiltered
    if (chosen) dossierPanel.close()
    show()
  }

  /** Restore the checkboxes from the address, or choose the actor that it names; other anchors are the browser's. */
  function restoreState() {
    const anchor = decodeURIComponent(location.hash.slice(1))
    const state = new URLSearchParams(anchor.includes("=") ? anchor : "")
    for (const box of boxes) box.checked = state.getAll(box.name).includes(box.value)
    filter()
    if (boxes.some(box => box.checked)) form.parentElement.open = true
    if (actors.has(anchor)) {
      choose(anchor, null)
      items.get(anchor).scrollIntoView({ block: "center" })
    }
  }

  function saveState() {
    const state = new URLSearchParams(boxes.filter(box => box.checked).map(box => [box.name, box.value]))
    history.replaceState(null, "", `#${state}`)
    filter()
  }

  function actorAt(target) {
    return target.closest?.(".dossier-picture li")?.dataset.actor ?? null
  }

  picture.addEventListener("click", event => {
    const id = actorAt(event.target)
    if (!id || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    choose(id, items.get(id).querySelector("a"))
  })
  for (const name of ["pointerover", "focusin"]) picture.addEventListener(name, ({ target }) => light(actorAt(target) ?? chosen))
  for (const name of ["pointerleave", "focusout"]) picture.addEventListener(name, () => light(chosen))
  panel.addEventListener("dossier:closed", () => {
    chosen = null
    show()
  })
  showAll.addEventListener("click", () => {
    most = most === first ? MOST_NAMES : first
    show()
  })
  form.addEventListener("change", saveState)
  form.addEventListener("submit", event => event.preventDefault())
  form.addEventListener("reset", () => {
    boxes[0].focus() // The button that has the focus is about to be hidden.
    setTimeout(saveState)
  })
  window.addEventListener("hashchange", restoreState)
  for (const part of root.querySelectorAll(".dossier-keys, .dossier-choice, .dossier-status, .dossier-hint")) part.hidden = false
  restoreState()
  new ResizeObserver(draw).observe(picture)
})()
