/* The panel beside a picture: shows copies of what the list below says, closes with Escape. */
(function () {
  "use strict"

  const panel = document.querySelector(".dossier-panel")
  if (!panel) return
  let opener = null

  const closer = document.createElement("button")
  closer.type = "button"
  closer.className = "dossier-close"
  closer.setAttribute("aria-label", "Close")
  closer.textContent = "×"
  closer.addEventListener("click", close)
  panel.addEventListener("keydown", event => event.key === "Escape" && close())

  /** Show copies of `nodes`; closing gives the focus back to `from`. */
  function open(nodes, from) {
    opener = from
    panel.replaceChildren(closer, ...nodes.map(copied))
    panel.hidden = false
    panel.scrollTop = 0
    panel.focus({ preventScroll: true })
    panel.scrollIntoView({ block: "nearest" })
  }

  function close() {
    panel.hidden = true
    panel.dispatchEvent(new CustomEvent("dossier:closed"))
    opener?.focus({ preventScroll: true })
  }

  /** A copy without ids, which stand once on a page, and with nothing folded or filtered away. */
  function copied(node) {
    const copy = node.cloneNode(true)
    copy.querySelectorAll(":scope > details").forEach(one => (one.open = true))
    for (const one of [copy, ...copy.querySelectorAll("*")]) {
      one.removeAttribute("id")
      one.hidden = false
    }
    return copy
  }

  window.dossierPanel = { element: panel, open, close }
})()
