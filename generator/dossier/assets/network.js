/* The network as a graph, drawn from the list below it; what a filter hides there is hidden here too. */
(function () {
  "use strict"

  const list = document.getElementById("dossier-relations")
  const stage = document.querySelector(".dossier-picture")
  if (!list || !stage) return
  const canvas = stage.querySelector(".dossier-canvas")
  const NARROW = 600 // Pixels, as all lengths here.
  const READABLE_ZOOM = 0.7
  const MIN_FONT_SIZE = 11 // Of names, on the screen.
  const LABEL_WIDTH = 96
  const FIT_MARGIN = 60 // For names around the graph when all of it is shown.
  const COMPONENT_GAP = 30
  const MAX_FIT_ZOOM = 1.2
  const actors = [...list.querySelectorAll(".dossier-actor")]
  const relations = [...list.querySelectorAll(".dossier-relation")]
  const sides = [...document.querySelectorAll(".dossier-filters [name=side]")]
  stage.hidden = false
  let fontSize = MIN_FONT_SIZE

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

  /** The actors on a circle in the order of the list, from which the layout always starts. */
  function nodes() {
    return actors.map((actor, index) => {
      const angle = (2 * Math.PI * index) / actors.length
      return {
        data: {
          id: actor.id,
          name: actor.querySelector("h3").textContent.trim(),
          size: 14 + 4 * Math.sqrt(actor.querySelectorAll("li").length),
          side: actor.dataset.side,
          points: sideInput(actor).dataset.points,
        },
        position: { x: 230 * Math.cos(angle), y: 200 * Math.sin(angle) },
      }
    })
  }

  function sideInput(actor) {
    return sides.find(side => side.value === actor.dataset.side)
  }

  function edges() {
    return relations.map(relation => ({
      data: { id: relation.id, source: relation.closest(".dossier-actor").id, target: relation.dataset.to },
      classes: relation.dataset.stance,
    }))
  }

  /** The colour of a CSS variable in a form that Cytoscape parses. */
  function resolveColour(name) {
    const probe = document.createElement("i")
    probe.style.color = `var(${name})`
    canvas.append(probe)
    const colour = getComputedStyle(probe).color
    probe.remove()
    return colour
  }

  /** The colour of each side, read from its marker in the form; Cytoscape does not parse `color(srgb r g b)`. */
  function sideColours() {
    const fills = sides.map(side => getComputedStyle(side.parentElement.querySelector("polygon")).fill)
    const colours = fills.map(fill => {
      const parts = fill.match(/^color\(srgb (\S+) (\S+) (\S+)\)$/)?.slice(1)
      return parts ? `rgb(${parts.map(part => Math.round(part * 255))})` : fill
    })
    return Object.fromEntries(sides.map((side, index) => [side.value, colours[index]]))
  }

  function style() {
    const [ink, ground, quiet, accent] = [
      "--md-default-fg-color",
      "--md-default-bg-color",
      "--dossier-quiet",
      "--md-typeset-a-color",
    ].map(resolveColour)
    const colours = sideColours()
    return [
      {
        selector: "node",
        style: {
          width: "data(size)",
          height: "data(size)",
          shape: "polygon",
          "shape-polygon-points": node => node.data("points").replaceAll(",", " "),
          "background-color": node => colours[node.data("side")],
          "border-width": 1,
          "border-color": ground,
          "z-index": node => node.degree(),
          label: "data(name)",
          color: ink,
          "font-size": () => fontSize,
          "font-family": getComputedStyle(canvas).fontFamily,
          "text-wrap": "wrap",
          "text-max-width": () => (LABEL_WIDTH * fontSize) / MIN_FONT_SIZE,
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
      { selector: ".unlabelled", style: { label: "" } },
      { selector: ".hidden", style: { display: "none" } },
      { selector: ".faint", style: { opacity: 0.25 } },
      { selector: "node.selected", style: { "border-width": 3, "border-color": accent, label: "data(name)" } },
      { selector: "edge.selected", style: { "line-color": accent, "target-arrow-color": accent, "line-opacity": 1 } },
    ]
  }

  function select(element) {
    cy.elements().removeClass("selected faint")
    const related = element.isNode() ? element.closedNeighborhood() : element.union(element.connectedNodes())
    cy.elements().difference(related).addClass("faint")
    element.addClass("selected")
  }

  function open(element) {
    select(element)
    dossierPanel.open([document.getElementById(element.id())], canvas)
    uncover(element)
  }

  /** Move the graph to the left if the panel covers the selected element. */
  function uncover(element) {
    const [panel, frame] = [dossierPanel.element, canvas].map(part => part.getBoundingClientRect())
    const overlap = element.renderedBoundingBox().x2 - (panel.left - frame.left)
    if (panel.top < frame.bottom && overlap > 0) cy.panBy({ x: -overlap, y: 0 })
  }

  /** Hide what is hidden in the list. */
  function applyFilter() {
    for (const item of [...actors, ...relations]) cy.getElementById(item.id).toggleClass("hidden", item.hidden)
    cy.elements().removeClass("selected faint")
    fit()
  }

  /** Zoom to all that is shown, with a margin for names. */
  function fit() {
    const box = cy.elements().not(".hidden").boundingBox({ includeLabels: false })
    const zoom = Math.min(MAX_FIT_ZOOM, (cy.width() - 2 * FIT_MARGIN) / box.w, (cy.height() - 2 * FIT_MARGIN) / box.h)
    const [x, y] = [(box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2]
    cy.viewport({ zoom, pan: { x: cy.width() / 2 - zoom * x, y: cy.height() / 2 - zoom * y } })
    labelNodes()
  }

  /** Keep names readable at any zoom; where two would overlap, show that of the actor with more relations. */
  function labelNodes() {
    fontSize = Math.max(MIN_FONT_SIZE, MIN_FONT_SIZE / cy.zoom())
    cy.nodes().removeClass("unlabelled")
    cy.style().update()
    const occupied = []
    const inPaintOrder = cy.nodes().not(".hidden").toArray()
    const byDegree = inPaintOrder.reverse().sort((a, b) => b.degree() - a.degree())
    for (const node of byDegree) {
      const label = boxOf(node, { includeNodes: false }, fontSize / 3)
      const isFree = !occupied.some(box => overlaps(label, box))
      occupied.push(boxOf(node, { includeLabels: false }, 0), ...(isFree ? [label] : []))
      if (!isFree) node.addClass("unlabelled")
    }
  }

  /** The box of a node or its label, reduced by `inset`: Cytoscape leaves a margin around labels. */
  function boxOf(node, parts, inset) {
    const options = { includeEdges: false, includeOverlays: false, useCache: false, ...parts }
    const { x1, y1, x2, y2 } = node.boundingBox(options)
    return { left: x1 + inset, top: y1 + inset, right: x2 - inset, bottom: y2 - inset }
  }

  function overlaps(a, b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  }

  /** Keep the largest connected component in place and put the others in columns to its right. */
  function packComponents() {
    const [largest, ...others] = cy.elements().components().sort((a, b) => b.length - a.length)
    const { x2, y1, y2 } = largest.boundingBox()
    let [x, y, width] = [x2 + COMPONENT_GAP, y1, 0]
    for (const component of others) {
      const box = component.boundingBox()
      if (y > y1 && y + box.h > y2) [x, y, width] = [x + width + COMPONENT_GAP, y1, 0]
      component.nodes().shift({ x: x - box.x1, y: y - box.y1 })
      y += box.h + COMPONENT_GAP
      width = Math.max(width, box.w)
    }
  }

  /** Select the actor `offset` places after the selected one, in the order of the list. */
  function step(offset) {
    const shown = cy.nodes().not(".hidden")
    const index = shown.toArray().findIndex(node => node.hasClass("selected"))
    const next = shown[(index + offset + shown.length) % shown.length]
    if (!next) return
    select(next)
    stage.querySelector("[role=status]").textContent = `${next.data("name")}: press Enter for details`
  }

  const keys = {
    ArrowRight: () => step(1),
    ArrowDown: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowUp: () => step(-1),
    Enter: () => cy.$("node.selected").forEach(open),
    Escape: () => dossierPanel.close(),
  }
  canvas.addEventListener("keydown", event => {
    if (!(event.key in keys)) return
    event.preventDefault()
    keys[event.key]()
  })

  /* The wheel scrolls the page; with Ctrl, as on a pinch, it zooms. */
  canvas.addEventListener("wheel", event => event.ctrlKey || event.stopPropagation(), { capture: true })
  let frame = 0
  cy.on("zoom", () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(labelNodes)
  })
  cy.on("tap", "node, edge", event => open(event.target))
  cy.on("tap", event => event.target === cy && dossierPanel.close())
  cy.on("mouseover", "node, edge", () => (canvas.style.cursor = "pointer"))
  cy.on("mouseout", "node, edge", () => (canvas.style.cursor = ""))
  dossierPanel.element.addEventListener("dossier:closed", () => cy.elements().removeClass("selected faint"))
  list.addEventListener("dossier:filtered", applyFilter)

  stage.querySelectorAll("[data-zoom]").forEach(button =>
    button.addEventListener("click", () => {
      const middle = { x: cy.width() / 2, y: cy.height() / 2 }
      button.dataset.zoom === "fit"
        ? fit()
        : cy.zoom({ level: cy.zoom() * Number(button.dataset.zoom), renderedPosition: middle })
    }),
  )

  /* Material sets its colour scheme on the body. */
  new MutationObserver(() => cy.style(style())).observe(document.body, { attributeFilter: ["data-md-color-scheme"] })

  /* Chosen by trial, so that few names overlap. Large networks get fewer iterations. */
  cy.layout({
    name: "cose",
    randomize: false,
    animate: false,
    nodeDimensionsIncludeLabels: true,
    nodeRepulsion: () => 30000,
    idealEdgeLength: () => 60,
    componentSpacing: 20,
    gravity: 80,
    boundingBox: { x1: 0, y1: 0, w: 900, h: 700 }, // Independent of the screen, so that the layout is always the same.
    numIter: Math.min(1500, Math.ceil(2e7 / actors.length ** 2)),
  }).run()
  packComponents()
  applyFilter()
  if (canvas.clientWidth < NARROW) cy.zoom(READABLE_ZOOM).center(cy.nodes().max(node => node.degree()).ele)
})()
