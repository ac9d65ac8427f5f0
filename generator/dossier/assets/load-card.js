/* What is known of a passage, given its address on a reader page: `dossier.passage(href)` promises it.

   The data of a source is a script beside the site's pages, loaded when it is first asked for. */

(() => {
  "use strict"

  const sources = new Map()

  window.dossier = window.dossier || {}
  window.dossierCards = {}

  /* Promises `{passage, source, named(link), records, root, citation}` of a link such as `../texts/cnn.html#p-1-20`. */
  dossier.passage = async (href) => {
    const address = new URL(href, location.href)
    const root = new URL("..", address)
    const id = decodeURIComponent(address.pathname.split("/").pop()).replace(/\.html$/, "")
    if (!sources.has(id)) {
      sources.set(id, load(new URL(`data/cards/${id}.js`, root)))
    }
    await sources.get(id)
    const told = dossierCards[id]
    const passage = told.passages[address.hash.slice(1)]
    return { ...told, passage, root, citation: citation(told, passage, address) }
  }

  function load(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = address
      script.addEventListener("load", resolve)
      script.addEventListener("error", reject)
      document.head.append(script)
    })
  }

  /* The words as one cites them: with their source, and where they stand in the dossier. */
  function citation(told, passage, address) {
    const lasting = /^https?:/.test(told.text) || address.protocol === "file:"
    const place = lasting ? told.text + address.hash : address.href
    const words = passage.exact.replace(/\s+/g, " ").trim()
    const [via, ...others] = Object.values(passage.via)
    const one = via.length && others.every((other) => String(other) === String(via)) // Records may differ on the chain.
    const chain = one ? `, via ${via.map((link) => told.links[link][0]).join(", ")}` : ""
    return `“${words}”\n${told.source.named}${chain}\n${told.title}: ${place}`
  }
})()
