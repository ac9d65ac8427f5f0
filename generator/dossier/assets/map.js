/* The maps: moved and enlarged, marks and names kept at their size; a mark opens its entry of the list below. */
(function () {
  "use strict"

  const maps = document.querySelectorAll(".dossier-map")
  const STEP = 1.6
  const STRIDE = 4
  const MARGIN = 20

  /** The entry of a place: its heading and what follows up to the next. */
  function entry(anchor) {
    const found = [anchor.closest("h3")]
    for (let next = found[0].nextElementSibling; next && !/^H[1-3]$/.test(next.tagName); next = next.nextElementSibling)
      found.push(next)
    return found
  }

  function centre(element) {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }

  /** The mark of which as many lie to the left as to the right. */
  function middle(picture) {
    const marks = [...picture.querySelectorAll(".dossier-marker")].map(spot => spot.querySelector("path, circle") ?? spot)
    return marks.sort((one, other) => centre(one).x - centre(other).x)[Math.floor(marks.length / 2)]
  }

  function button(text, label, act) {
    const made = document.createElement("button")
    made.type = "button"
    made.textContent = text
    made.setAttribute("aria-label", label)
    made.addEventListener("click", act)
    return made
  }

  function enliven(map) {
    const ground = map.querySelector(".dossier-viewport")
    const picture = ground.querySelector("svg")
    const panzoom = Panzoom(picture, { contain: "outside", minScale: 1, maxScale: 12, cursor: "grab" })
    picture.addEventListener("panzoomchange", event =>
      picture.style.setProperty("--dossier-shrink", 1 / event.detail.scale),
    )
    let chosen = null

    /** Towards the mark that was chosen, else to where most marks are. */
    function zoomBy(factor) {
      const { x, y } = centre(chosen ?? middle(picture))
      panzoom.zoomToPoint(panzoom.getScale() * factor, { clientX: x, clientY: y })
    }

    /** Move a mark near the middle, where the edges of the window cut the fewest names. */
    function bring(mark) {
      const [seen, whole, { x }] = [ground.getBoundingClientRect(), picture.getBoundingClientRect(), centre(mark)]
      const names = [...picture.querySelectorAll("text")].map(one => one.getBoundingClientRect())
      const cut = edge => names.filter(one => one.left < edge && edge < one.right).length
      let best = { left: whole.left, cuts: Infinity, off: 0 }
      for (let left = whole.left; left + seen.width <= whole.right + STRIDE; left += STRIDE) {
        const here = { left, cuts: cut(left) + cut(left + seen.width), off: Math.abs(left + seen.width / 2 - x) }
        if (here.off > seen.width / 2 - MARGIN) continue
        if (here.cuts < best.cuts || (here.cuts === best.cuts && here.off < best.off)) best = here
      }
      panzoom.pan(seen.left - best.left, 0, { relative: true })
    }

    /* The wheel scrolls the page; with Ctrl, as on a pinch, it zooms. */
    ground.addEventListener("wheel", event => event.ctrlKey && panzoom.zoomWithWheel(event), { passive: false })
    const zoom = document.createElement("div")
    zoom.className = "dossier-zoom"
    zoom.append(
      button("+", "Closer", () => zoomBy(STEP)),
      button("−", "Farther", () => zoomBy(1 / STEP)),
      button("⤢", "All of it", () => panzoom.reset({ animate: false })),
    )
    map.classList.add("dossier-interactive")
    setTimeout(() => bring(middle(picture))) // The library sets out a moment after it was called.
    map.prepend(zoom)
    let pressed = null
    picture.addEventListener("pointerdown", event => (pressed = event), { capture: true })
    for (const mark of picture.querySelectorAll("a"))
      mark.addEventListener("click", event => {
        event.preventDefault()
        if (pressed && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > 5) return
        chosen = mark.querySelector("path, circle, text")
        map.append(dossierPanel.element)
        dossierPanel.element.classList.toggle("dossier-left", centre(chosen).x > centre(ground).x)
        dossierPanel.open(entry(document.getElementById(mark.getAttribute("href").slice(1))), mark)
      })
  }

  maps.forEach(enliven)
})()
