/* Maps that pan and zoom with markers and labels of a constant size; a marker opens its entry of the list below. */
(function () {
  "use strict"

  const maps = document.querySelectorAll(".dossier-map")
  const ZOOM_STEP = 1.6
  const PAN_STEP = 4 // Pixels between the positions tried by `bringIntoView`.
  const MARGIN = 20 // Pixels.

  /** The entry of a place: its heading and the elements up to the next heading. */
  function entryOf(anchor) {
    const entry = [anchor.closest("h3")]
    for (let next = entry[0].nextElementSibling; next && !/^H[1-3]$/.test(next.tagName); next = next.nextElementSibling)
      entry.push(next)
    return entry
  }

  function centre(element) {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }

  /** The median marker from left to right. */
  function medianMarker(picture) {
    const groups = [...picture.querySelectorAll(".dossier-marker")]
    const shapes = groups.map(group => group.querySelector("path, circle") ?? group)
    return shapes.sort((a, b) => centre(a).x - centre(b).x)[Math.floor(shapes.length / 2)]
  }

  function createButton(text, label, onClick) {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = text
    button.setAttribute("aria-label", label)
    button.addEventListener("click", onClick)
    return button
  }

  function makeInteractive(map) {
    const viewport = map.querySelector(".dossier-viewport")
    const picture = viewport.querySelector("svg")
    const panzoom = Panzoom(picture, { contain: "outside", minScale: 1, maxScale: 12, cursor: "grab" })
    picture.addEventListener("panzoomchange", event =>
      picture.style.setProperty("--dossier-shrink", 1 / event.detail.scale),
    )
    let selected = null

    /** Zoom around the selected marker, else around the median one. */
    function zoomBy(factor) {
      const { x, y } = centre(selected ?? medianMarker(picture))
      panzoom.zoomToPoint(panzoom.getScale() * factor, { clientX: x, clientY: y })
    }

    /** Pan so that a marker is near the middle and the edges of the viewport cut as few labels as possible. */
    function bringIntoView(marker) {
      const [visible, whole] = [viewport, picture].map(element => element.getBoundingClientRect())
      const { x } = centre(marker)
      const labels = [...picture.querySelectorAll("text")].map(label => label.getBoundingClientRect())
      const countCut = edge => labels.filter(label => label.left < edge && edge < label.right).length
      let best = { left: whole.left, cuts: Infinity, distance: 0 }
      for (let left = whole.left; left + visible.width <= whole.right + PAN_STEP; left += PAN_STEP) {
        const cuts = countCut(left) + countCut(left + visible.width)
        const distance = Math.abs(left + visible.width / 2 - x)
        if (distance > visible.width / 2 - MARGIN) continue
        if (cuts < best.cuts || (cuts === best.cuts && distance < best.distance)) best = { left, cuts, distance }
      }
      panzoom.pan(visible.left - best.left, 0, { relative: true })
    }

    /* The wheel scrolls the page; with Ctrl, as on a pinch, it zooms. */
    viewport.addEventListener("wheel", event => event.ctrlKey && panzoom.zoomWithWheel(event), { passive: false })
    const zoom = document.createElement("div")
    zoom.className = "dossier-zoom"
    zoom.append(
      createButton("+", "Zoom in", () => zoomBy(ZOOM_STEP)),
      createButton("−", "Zoom out", () => zoomBy(1 / ZOOM_STEP)),
      createButton("⤢", "Show everything", () => panzoom.reset({ animate: false })),
    )
    map.classList.add("dossier-interactive")
    setTimeout(() => bringIntoView(medianMarker(picture))) // Panzoom sets its first position asynchronously.
    map.prepend(zoom)
    let pressed = null
    picture.addEventListener("pointerdown", event => (pressed = event), { capture: true })
    for (const link of picture.querySelectorAll("a"))
      link.addEventListener("click", event => {
        event.preventDefault()
        if (pressed && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > 5) return
        selected = link.querySelector("path, circle, text")
        map.append(dossierPanel.element)
        dossierPanel.element.classList.toggle("dossier-left", centre(selected).x > centre(viewport).x)
        dossierPanel.open(entryOf(document.getElementById(link.getAttribute("href").slice(1))), link)
      })
  }

  maps.forEach(makeInteractive)
})()
