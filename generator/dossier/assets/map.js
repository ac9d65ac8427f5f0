/* The map pans and zooms with markers and labels of a constant size, and lights up together with the list beside it. */
(function () {
  "use strict"

  const ZOOM_STEP = 1.6

  function centre(element) {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { clientX: left + width / 2, clientY: top + height / 2 }
  }

  function createButton(text, label, onClick) {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = text
    button.setAttribute("aria-label", label)
    button.addEventListener("click", onClick)
    return button
  }

  /** The first marker of the place with most events, else the middle of the map. */
  function focusOf(picture) {
    return picture.querySelector(":target, .dossier-lit") ?? picture.querySelector("a[href='#" + firstPlace() + "']") ?? picture
  }

  const firstPlace = () => document.querySelector("[data-number='1']")?.id

  function makeZoomable(map) {
    const viewport = map.querySelector(".dossier-viewport")
    const picture = viewport.querySelector("svg")
    const panzoom = Panzoom(picture, {
      contain: "outside", minScale: 1, maxScale: 12, cursor: "", panOnlyWhenZoomed: true, touchAction: "auto",
    })
    picture.addEventListener("panzoomchange", ({ detail: { scale } }) => {
      picture.style.setProperty("--dossier-shrink", 1 / scale)
      picture.style.touchAction = scale > 1 ? "none" : "auto" // Else a finger on the map could not scroll the page.
      picture.style.cursor = scale > 1 ? "grab" : ""
    })
    const zoomBy = factor => panzoom.zoomToPoint(panzoom.getScale() * factor, centre(focusOf(picture)))

    /* The wheel scrolls the page; with Ctrl, as on a pinch, it zooms. */
    viewport.addEventListener("wheel", event => event.ctrlKey && panzoom.zoomWithWheel(event), { passive: false })
    const zoom = document.createElement("div")
    zoom.className = "dossier-zoom"
    zoom.append(
      createButton("+", dossier.gettext("Zoom in"), () => zoomBy(ZOOM_STEP)),
      createButton("−", dossier.gettext("Zoom out"), () => zoomBy(1 / ZOOM_STEP)),
      createButton("⤢", dossier.gettext("Show everything"), () => panzoom.reset({ animate: false })),
    )
    map.prepend(zoom)
    map.classList.add("dossier-interactive")
    let pressed = null
    picture.addEventListener("pointerdown", event => (pressed = event), { capture: true })
    picture.addEventListener("click", event => {
      const hasMoved = pressed && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > 5
      if (hasMoved) event.preventDefault() // The map was dragged by a marker.
    })
  }

  /** The parts of a place's entry: its heading and the elements up to the next heading. */
  function entryOf(anchor) {
    const entry = [anchor.closest("h3")]
    for (let next = entry[0].nextElementSibling; next && !/^H[1-3]$/.test(next.tagName); next = next.nextElementSibling)
      entry.push(next)
    return entry
  }

  /** Light a marker and its heading in the list while the pointer or the focus is on either. */
  function lightTogether(link) {
    const entry = entryOf(document.getElementById(link.getAttribute("href").slice(1)))
    for (const [type, isLit] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]])
      for (const element of [link, ...entry])
        element.addEventListener(type, () => {
          link.classList.toggle("dossier-lit", isLit)
          entry[0].classList.toggle("dossier-lit", isLit)
        })
  }

  for (const map of document.querySelectorAll(".dossier-map")) {
    makeZoomable(map)
    map.querySelectorAll("svg a").forEach(lightTogether)
  }
})()
