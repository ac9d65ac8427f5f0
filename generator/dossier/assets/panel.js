/* The panel next to the graph or map: shows copies of entries of the list below and closes with Escape. */
(function () {
  "use strict"

  const panel = document.querySelector(".dossier-panel")
  if (!panel) return
  let opener = null

  const closeButton = document.createElement("button")
  closeButton.type = "button"
  closeButton.className = "dossier-close"
  closeButton.setAttribute("aria-label", dossier.gettext("Close"))
  closeButton.textContent = "×"
  closeButton.addEventListener("click", close)
  panel.addEventListener("keydown", event => event.key === "Escape" && close())

  /** Show copies of `nodes`; closing returns the focus to `source`. */
  function open(nodes, source) {
    opener = source
    panel.replaceChildren(closeButton, ...nodes.map(cloneExpanded))
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

  /** A copy without ids, which must be unique, and with nothing collapsed or hidden by a filter. */
  function cloneExpanded(node) {
    const copy = node.cloneNode(true)
    copy.querySelectorAll(":scope > details").forEach(details => (details.open = true))
    for (const element of [copy, ...copy.querySelectorAll("*")]) {
      element.removeAttribute("id")
      element.hidden = false
    }
    return copy
  }

  window.dossierPanel = { element: panel, open, close }
})()
