/* Filters the timeline by actor, side, source and place. What is chosen stands in the address, to be shared. */

(() => {
  "use strict"

  const form = document.querySelector(".dossier-filter")
  const selects = [...form.querySelectorAll("select")]
  const count = form.querySelector("output")
  const events = [...document.querySelectorAll("[data-actor]")].map((what) => ({ what, item: what.closest("li") }))
  const lists = [...new Set(events.map((event) => event.item.parentElement))]

  const fits = (what) =>
    selects.every((select) => !select.value || what.dataset[select.name].split(" ").includes(select.value))

  /** Show what fits, hide headings that nothing is left under, and say how many are shown. */
  const filter = () => {
    for (const { what, item } of events) item.hidden = !fits(what)
    for (const list of lists) hide(list, [...list.children].every((item) => item.hidden))
    const shown = events.filter((event) => !event.item.hidden).length
    const all = `${events.length} event${events.length === 1 ? "" : "s"}`
    form.querySelector("[type=reset]").hidden = selects.every((select) => !select.value)
    count.textContent = shown === events.length ? all : `${shown} of ${all}`
  }

  /** Hide a list with its heading, and the heading's line in the table of contents. */
  const hide = (list, hidden) => {
    const heading = list.previousElementSibling
    list.hidden = heading.hidden = hidden
    for (const link of document.querySelectorAll(`li > a[href="#${CSS.escape(heading.id)}"]`)) {
      link.parentElement.hidden = hidden
    }
  }

  const read = () => {
    const chosen = new URLSearchParams(location.search)
    for (const select of selects) {
      const value = chosen.get(select.name) ?? ""
      select.value = [...select.options].some((option) => option.value === value) ? value : ""
    }
  }

  const write = () => {
    const address = new URL(location.href)
    for (const select of selects) {
      if (select.value) address.searchParams.set(select.name, select.value)
      else address.searchParams.delete(select.name)
    }
    history.replaceState(history.state, "", address)
  }

  form.addEventListener("change", () => {
    write()
    filter()
  })
  form.addEventListener("reset", (event) => {
    event.preventDefault()
    for (const select of selects) select.value = ""
    selects[0].focus() // The button is about to go.
    write()
    filter()
  })
  form.addEventListener("submit", (event) => event.preventDefault())
  read()
  form.hidden = false
  filter()
})()
