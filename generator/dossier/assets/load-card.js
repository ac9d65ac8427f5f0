/* Loads the data of a passage: `dossier.loadPassage(href)`, given its address on the page of a source's text.

   The data of each source is a script, loaded when one of its passages is first needed. */

(() => {
  "use strict"

  const loading = new Map() // The promise of each source's script, by the source's id.

  window.dossier = window.dossier || {}
  window.dossierCards = {} // Filled by the scripts; see render/cards.py for their format.

  /* Promises the data of the source of a link such as `../texts/cnn.html#p-1-20`, with the passage itself, the site's root
     and the text to copy: `{source, links, records, …, passage, root, citation}`. */
  dossier.loadPassage = async (href) => {
    const address = new URL(href, location.href)
    const root = new URL("..", address)
    const id = decodeURIComponent(address.pathname.split("/").pop()).replace(/\.html$/, "")
    if (!loading.has(id)) {
      loading.set(id, loadScript(new URL(`data/cards/${id}.js`, root)))
    }
    await loading.get(id)
    const data = dossierCards[id]
    const passage = data.passages[address.hash.slice(1)]
    return { ...data, passage, root, citation: formatCitation(data, passage, address) }
  }

  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = address
      script.addEventListener("load", resolve)
      script.addEventListener("error", reject)
      document.head.append(script)
    })
  }

  /* The passage with its source, its attribution if all records agree on it, and its address. */
  function formatCitation(data, passage, address) {
    const isPublished = /^https?:/.test(data.text) || address.protocol === "file:"
    const url = isPublished ? data.text + address.hash : address.href
    const words = passage.exact.replace(/\s+/g, " ").trim()
    const [via, ...others] = Object.values(passage.via)
    const agreed = via.length && others.every((other) => String(other) === String(via))
    const attribution = agreed ? `, via ${via.map((link) => data.links[link][0]).join(", ")}` : ""
    return `“${words}”\n${data.source.reference}${attribution}\n${data.title}: ${url}`
  }
})()
