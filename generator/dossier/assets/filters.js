/* Filters of the network: the form's checkboxes, kept in the address, hide relations in the list and so in the graph. */
(function () {
  "use strict"

  const form = document.querySelector(".dossier-filters")
  const list = document.getElementById("dossier-relations")
  if (!form || !list) return
  const NARROW = 960 // Pixels.
  const boxes = [...form.querySelectorAll("input")]
  const relations = [...list.querySelectorAll(".dossier-relation")]

  /** The checked values of a name; none means all. */
  function checkedValues(name) {
    return boxes.filter(box => box.name === name && box.checked).map(box => box.value)
  }

  function matches(values, wanted) {
    return wanted.length === 0 || wanted.some(value => values.includes(value))
  }

  function filter() {
    const [sides, types, sources] = ["side", "relation", "source"].map(checkedValues)
    for (const relation of relations) {
      const { side, type } = relation.dataset
      const subjectSide = relation.closest(".dossier-actor").dataset.side
      relation.hidden = !(
        matches([side, subjectSide], sides) && matches([type], types) && matches(relation.dataset.sources.split(" "), sources)
      )
    }
    const isFiltered = sides.length + types.length + sources.length > 0
    hideEmpty(isFiltered)
    form.querySelector("[type=reset]").hidden = !isFiltered
    form.querySelector("output").textContent = countText()
    list.dispatchEvent(new CustomEvent("dossier:filtered"))
  }

  /** Hide actors and sides of which no relation is shown. */
  function hideEmpty(isFiltered) {
    for (const item of list.querySelectorAll("[data-relation]"))
      item.hidden = document.getElementById(item.dataset.relation).hidden
    for (const actor of list.querySelectorAll(".dossier-actor")) actor.hidden = !actor.querySelector("li:not([hidden])")
    for (const names of list.querySelectorAll(".dossier-unrelated")) names.hidden = isFiltered
    for (const side of list.querySelectorAll(".dossier-side"))
      side.hidden = !side.querySelector(".dossier-actor:not([hidden]), .dossier-unrelated:not([hidden])")
  }

  function countText() {
    const shown = relations.filter(relation => !relation.hidden).length
    return shown === relations.length ? `All ${shown} relationships` : `${shown} of ${relations.length} relationships`
  }

  /** Restore the checkboxes from the address, which may also be an anchor of the list. */
  function restoreState() {
    const state = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "")
    for (const box of boxes) box.checked = state.getAll(box.name).includes(box.value)
    filter()
  }

  function saveState() {
    const state = new URLSearchParams(boxes.filter(box => box.checked).map(box => [box.name, box.value]))
    history.replaceState(null, "", `#${state}`)
    filter()
  }

  form.addEventListener("change", saveState)
  form.addEventListener("submit", event => event.preventDefault())
  form.addEventListener("reset", () => {
    boxes[0].focus() // The button that has the focus is about to be hidden.
    setTimeout(saveState)
  })
  window.addEventListener("hashchange", restoreState)
  form.hidden = false
  restoreState()
  const more = form.querySelector("details")
  more.open = innerWidth > NARROW || more.querySelector(":checked") !== null
})()
