/* Filters the timeline by actor, side, source and place. The filters are kept in the address. */

(() => {
  "use strict"

  const header = document.querySelector(".md-header")
  /** The axis stays in view below the header, whose height depends on the width of the screen. */
  const placeAxis = () =>
    document.documentElement.style.setProperty("--dossier-header-height", `${header.offsetHeight}px`)
  if (header) new ResizeObserver(placeAxis).observe(header)

  const form = document.querySelector(".dossier-filter")
  const selects = [...form.querySelectorAll("select")]
  const count = form.querySelector("output")
  const events = [...document.querySelectorAll("[data-actor]")].map((event) => ({ event, item: event.closest("li") }))
  const lists = [...new Set(events.map(({ item }) => item.parentElement))]

  const matches = (event) =>
    selects.every((select) => !select.value || event.dataset[select.name].split(" ").includes(select.value))

  /** Show the events that match, hide headings without any, and count what is shown. */
  const filter = () => {
    for (const { event, item } of events) item.hidden = !matches(event)
    for (const list of lists) toggleList(list, [...list.children].every((item) => item.hidden))
    const shown = events.filter(({ item }) => !item.hidden).length
    form.querySelector("[type=reset]").hidden = selects.every((select) => !select.value)
    count.textContent = countOf(shown, events.length)
  }

  /** `3 of 20 events`, `1 event`. */
  const countOf = (part, all) => {
    if (part === all) return dossier.ngettext("%(number)s event", "%(number)s events", all)
    return dossier.ngettext("%(shown)s of %(number)s event", "%(shown)s of %(number)s events", all, { shown: part })
  }

  /** Hide or show a list with its heading and its entry in the table of contents. */
  const toggleList = (list, hidden) => {
    const heading = list.previousElementSibling
    list.hidden = heading.hidden = hidden
    for (const link of document.querySelectorAll(`li > a[href="#${CSS.escape(heading.id)}"]`)) {
      link.parentElement.hidden = hidden
    }
  }

  const restoreState = () => {
    const state = new URLSearchParams(location.search)
    for (const select of selects) {
      const value = state.get(select.name) ?? ""
      select.value = [...select.options].some((option) => option.value === value) ? value : ""
    }
  }

  const saveState = () => {
    const address = new URL(location.href)
    for (const select of selects) {
      if (select.value) address.searchParams.set(select.name, select.value)
      else address.searchParams.delete(select.name)
    }
    history.replaceState(history.state, "", address)
  }

  form.addEventListener("change", () => {
    saveState()
    filter()
  })
  form.addEventListener("reset", (event) => {
    event.preventDefault()
    for (const select of selects) select.value = ""
    selects[0].focus() // The button that has the focus is about to be hidden.
    saveState()
    filter()
  })
  form.addEventListener("submit", (event) => event.preventDefault())
  restoreState()
  form.hidden = false
  filter()
})()
