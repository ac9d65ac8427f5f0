/* Which relations are shown: ticks in the form, kept in the address, tell the list; the picture follows the list. */
(function () {
  "use strict"

  const form = document.querySelector(".dossier-filters")
  const list = document.getElementById("dossier-relations")
  if (!form || !list) return
  const NARROW = 960
  const boxes = [...form.querySelectorAll("input")]
  const ties = [...list.querySelectorAll(".dossier-relation")]

  /** The ticked values of a name; none ticked stands for all. */
  function chosen(name) {
    return boxes.filter(box => box.name === name && box.checked).map(box => box.value)
  }

  function fits(values, wanted) {
    return wanted.length === 0 || wanted.some(one => values.includes(one))
  }

  function filter() {
    const [sides, relations, sources] = ["side", "relation", "source"].map(chosen)
    for (const tie of ties) {
      const { side, type } = tie.dataset
      const own = tie.closest(".dossier-actor").dataset.side
      tie.hidden = !(
        fits([side, own], sides) && fits([type], relations) && fits(tie.dataset.sources.split(" "), sources)
      )
    }
    const filtered = sides.length + relations.length + sources.length > 0
    hideEmpty(filtered)
    form.querySelector("[type=reset]").hidden = !filtered
    form.querySelector("output").textContent = told()
    list.dispatchEvent(new CustomEvent("dossier:filtered"))
  }

  /** Hide what tells of no shown relation. */
  function hideEmpty(filtered) {
    for (const one of list.querySelectorAll("[data-relation]")) one.hidden = document.getElementById(one.dataset.relation).hidden
    for (const one of list.querySelectorAll(".dossier-actor")) one.hidden = !one.querySelector("li:not([hidden])")
    for (const one of list.querySelectorAll(".dossier-unrelated")) one.hidden = filtered
    for (const one of list.querySelectorAll(".dossier-side"))
      one.hidden = !one.querySelector(".dossier-actor:not([hidden]), .dossier-unrelated:not([hidden])")
  }

  function told() {
    const shown = ties.filter(tie => !tie.hidden).length
    return shown === ties.length ? `All ${shown} relations.` : `${shown} of ${ties.length} relations.`
  }

  /** Take the ticks from the address; an anchor of the list is none of them. */
  function read() {
    const state = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "")
    for (const box of boxes) box.checked = state.getAll(box.name).includes(box.value)
    filter()
  }

  function write() {
    const state = new URLSearchParams(boxes.filter(box => box.checked).map(box => [box.name, box.value]))
    history.replaceState(null, "", `#${state}`)
    filter()
  }

  form.addEventListener("change", write)
  form.addEventListener("submit", event => event.preventDefault())
  form.addEventListener("reset", () => {
    boxes[0].focus() // The button is about to go.
    setTimeout(write)
  })
  window.addEventListener("hashchange", read)
  form.hidden = false
  read()
  const folded = form.querySelector("details")
  folded.open = innerWidth > NARROW || folded.querySelector(":checked") !== null
})()
