/* The network as a picture, drawn from the list below it; what is hidden there is hidden here. */
(function () {
  "use strict"

  const list = document.getElementById("dossier-relations")
  const stage = document.querySelector(".dossier-picture")
  if (!list || !stage) return
  const canvas = stage.querySelector(".dossier-canvas")
  const NARROW = 600
  const READABLE = 0.7
  const LETTERS = 11 // Pixels, as all lengths here: the height of names, at least so much on the screen,
  const LINE = 96 // the length of their lines,
  const ROOM = 60 // the room for them around what is shown whole,
  const APART = 30 // and that between parts of the picture.
  const CLOSEST = 1.2
  const standings = [...list.querySelectorAll(".dossier-actor")]
  const ties = [...list.querySelectorAll(".dossier-relation")]
  const sides = [...document.querySelectorAll(".dossier-filters [name=side]")]
  stage.hidden = false
  let letters = LETTERS

  const cy = cytoscape({
    container: canvas,
    elements: [...nodes(), ...edges()],
    style: style(),
    layout: { name: "preset" },
    minZoom: 0.05,
    maxZoom: 3,
    boxSelectionEnabled: false,
    autoungrabify: true,
  })

  /** The actors on a circle, side by side, from where the layout sets out: always the same. */
  function nodes() {
    const many = standings.length
    return standings.map((standing, at) => ({
      data: {
        id: standing.id,
        name: standing.querySelector("h3").textContent.trim(),
        size: 14 + 4 * Math.sqrt(standing.querySelectorAll("li").length),
        side: standing.dataset.side,
        points: emblem(standing).dataset.points,
      },
      position: { x: 230 * Math.cos((2 * Math.PI * at) / many), y: 200 * Math.sin((2 * Math.PI * at) / many) },
    }))
  }

  function emblem(standing) {
    return sides.find(side => side.value === standing.dataset.side)
  }

  function edges() {
    return ties.map(tie => ({
      data: { id: tie.id, source: tie.closest(".dossier-actor").id, target: tie.dataset.to },
      classes: tie.dataset.stance,
    }))
  }

  /** The colour of a property, as the library reads it. */
  function colour(name) {
    const probe = document.createElement("i")
    probe.style.color = `var(${name})`
    canvas.append(probe)
    const found = getComputedStyle(probe).color
    probe.remove()
    return found
  }

  /** The colour of each side as its emblem in the form shows it; the library knows no `color(srgb r g b)`. */
  function coloursOfSides() {
    const shown = sides.map(side => getComputedStyle(side.parentElement.querySelector("polygon")).fill)
    const known = shown.map(fill => {
      const parts = fill.match(/^color\(srgb (\S+) (\S+) (\S+)\)$/)?.slice(1)
      return parts ? `rgb(${parts.map(part => Math.round(part * 255))})` : fill
    })
    return Object.fromEntries(sides.map((side, at) => [side.value, known[at]]))
  }

  function style() {
    const [ink, ground, quiet, accent] = [
      "--md-default-fg-color",
      "--md-default-bg-color",
      "--dossier-quiet",
      "--md-typeset-a-color",
    ].map(colour)
    const sideColours = coloursOfSides()
    return [
      {
        selector: "node",
        style: {
          width: "data(size)",
          height: "data(size)",
          shape: "polygon",
          "shape-polygon-points": node => node.data("points").replaceAll(",", " "),
          "background-color": node => sideColours[node.data("side")],
          "border-width": 1,
          "border-color": ground,
          "z-index": node => node.degree(),
          label: "data(name)",
          color: ink,
          "font-size": () => letters,
          "font-family": getComputedStyle(canvas).fontFamily,
          "text-wrap": "wrap",
          "text-max-width": () => (LINE * letters) / LETTERS,
          "text-valign": "bottom",
          "text-margin-y": 3,
          "text-outline-color": ground,
          "text-outline-width": 2,
        },
      },
      {
        selector: "edge",
        style: {
          width: 1,
          "line-color": quiet,
          "line-opacity": 0.55,
          "curve-style": "bezier",
          "target-arrow-shape": "triangle",
          "target-arrow-color": quiet,
          "arrow-scale": 0.7,
        },
      },
      { selector: "edge.with", style: { width: 2.2 } },
      { selector: "edge.against", style: { width: 2.2, "line-style": "dashed" } },
      { selector: ".unnamed", style: { label: "" } },
      { selector: ".away", style: { display: "none" } },
      { selector: ".faint", style: { opacity: 0.25 } },
      { selector: "node.chosen", style: { "border-width": 3, "border-color": accent, label: "data(name)" } },
      { selector: "edge.chosen", style: { "line-color": accent, "target-arrow-color": accent, "line-opacity": 1 } },
    ]
  }

  function choose(element) {
    cy.elements().removeClass("chosen faint")
    const near = element.isNode() ? element.closedNeighborhood() : element.union(element.connectedNodes())
    cy.elements().difference(near).addClass("faint")
    element.addClass("chosen")
  }

  function open(element) {
    choose(element)
    dossierPanel.open([document.getElementById(element.id())], canvas)
    uncover(element)
  }

  /** Move the picture where the panel lies on what was chosen. */
  function uncover(element) {
    const [panel, frame] = [dossierPanel.element, canvas].map(one => one.getBoundingClientRect())
    const over = element.renderedBoundingBox().x2 - (panel.left - frame.left)
    if (panel.top < frame.bottom && over > 0) cy.panBy({ x: -over, y: 0 })
  }

  function follow() {
    for (const one of [...standings, ...ties]) cy.getElementById(one.id).toggleClass("away", one.hidden)
    cy.elements().removeClass("chosen faint")
    fit()
  }

  /** All that is shown, with room around it for names. */
  function fit() {
    const box = cy.elements().not(".away").boundingBox({ includeLabels: false })
    const zoom = Math.min(CLOSEST, (cy.width() - 2 * ROOM) / box.w, (cy.height() - 2 * ROOM) / box.h)
    const [x, y] = [(box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2]
    cy.viewport({ zoom, pan: { x: cy.width() / 2 - zoom * x, y: cy.height() / 2 - zoom * y } })
    name()
  }

  /** Names that can be read at any size of the picture; where two would overlap, that of the actor with more ties. */
  function name() {
    letters = Math.max(LETTERS, LETTERS / cy.zoom())
    cy.nodes().removeClass("unnamed")
    cy.style().update()
    const taken = []
    const fromBelow = cy.nodes().not(".away").toArray()
    const fromAbove = fromBelow.reverse().sort((one, other) => other.degree() - one.degree())
    for (const node of fromAbove) {
      const own = edgesOf(node, { includeNodes: false }, letters / 3)
      const free = !taken.some(other => meet(own, other))
      taken.push(edgesOf(node, { includeLabels: false }, 0), ...(free ? [own] : []))
      if (!free) node.addClass("unnamed")
    }
  }

  /** Of a symbol or its name; the library leaves room around names, of which `less` is taken off. */
  function edgesOf(node, parts, less) {
    const all = { includeEdges: false, includeOverlays: false, useCache: false, ...parts }
    const { x1, y1, x2, y2 } = node.boundingBox(all)
    return { left: x1 + less, top: y1 + less, right: x2 - less, bottom: y2 - less }
  }

  function meet(one, other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  }

  /** The largest part that ties hold together stays; the others stand in columns to its right. */
  function pack() {
    const [largest, ...others] = cy.elements().components().sort((one, other) => other.length - one.length)
    const { x2, y1, y2 } = largest.boundingBox()
    let [x, y, width] = [x2 + APART, y1, 0]
    for (const part of others) {
      const box = part.boundingBox()
      if (y > y1 && y + box.h > y2) [x, y, width] = [x + width + APART, y1, 0]
      part.nodes().shift({ x: x - box.x1, y: y - box.y1 })
      y += box.h + APART
      width = Math.max(width, box.w)
    }
  }

  /** The actor before or after the chosen one, in the order of the list. */
  function step(by) {
    const shown = cy.nodes().not(".away")
    const at = shown.toArray().findIndex(node => node.hasClass("chosen"))
    const next = shown[(at + by + shown.length) % shown.length]
    if (!next) return
    choose(next)
    stage.querySelector("[role=status]").textContent = `${next.data("name")}: Enter shows more`
  }

  const keys = {
    ArrowRight: () => step(1),
    ArrowDown: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowUp: () => step(-1),
    Enter: () => cy.$("node.chosen").forEach(open),
    Escape: () => dossierPanel.close(),
  }
  canvas.addEventListener("keydown", event => {
    if (!(event.key in keys)) return
    event.preventDefault()
    keys[event.key]()
  })

  /* The wheel scrolls the page; with Ctrl, as on a pinch, it zooms. */
  canvas.addEventListener("wheel", event => event.ctrlKey || event.stopPropagation(), { capture: true })
  let waiting = 0
  cy.on("zoom", () => {
    cancelAnimationFrame(waiting)
    waiting = requestAnimationFrame(name)
  })
  cy.on("tap", "node, edge", event => open(event.target))
  cy.on("tap", event => event.target === cy && dossierPanel.close())
  cy.on("mouseover", "node, edge", () => (canvas.style.cursor = "pointer"))
  cy.on("mouseout", "node, edge", () => (canvas.style.cursor = ""))
  dossierPanel.element.addEventListener("dossier:closed", () => cy.elements().removeClass("chosen faint"))
  list.addEventListener("dossier:filtered", follow)

  stage.querySelectorAll("[data-zoom]").forEach(button =>
    button.addEventListener("click", () => {
      const middle = { x: cy.width() / 2, y: cy.height() / 2 }
      button.dataset.zoom === "fit"
        ? fit()
        : cy.zoom({ level: cy.zoom() * Number(button.dataset.zoom), renderedPosition: middle })
    }),
  )

  /* Material changes its scheme on the body. */
  new MutationObserver(() => cy.style(style())).observe(document.body, { attributeFilter: ["data-md-color-scheme"] })

  /* Tried on the first dossier: few names overlap, and they can be read. Many actors get fewer rounds. */
  cy.layout({
    name: "cose",
    randomize: false,
    animate: false,
    nodeDimensionsIncludeLabels: true,
    nodeRepulsion: () => 30000,
    idealEdgeLength: () => 60,
    componentSpacing: 20,
    gravity: 80,
    boundingBox: { x1: 0, y1: 0, w: 900, h: 700 }, // The same on every screen.
    numIter: Math.min(1500, Math.ceil(2e7 / standings.length ** 2)),
  }).run()
  pack()
  follow()
  if (canvas.clientWidth < NARROW) cy.zoom(READABLE).center(cy.nodes().max(node => node.degree()).ele)
})()
