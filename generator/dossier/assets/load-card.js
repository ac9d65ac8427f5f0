/* Loads the data of cards.

   The data of each source is a script, loaded when one of its passages is first needed; see render/cards.py. */

(() => {
  "use strict"

  const loading = new Map() // The promise of each source's script, by the source's id.

  window.dossier = window.dossier || {}
  window.dossierCards = {} // Filled by the scripts.

  /* Promises the passage at a link such as `../texts/cnn.html#p-1-20`: its words, the text around them, the address of
     the link, the data of its source, the site's root and the text to copy. `via` replaces its attribution. */
  dossier.loadPassage = async (href, via) => {
    const address = new URL(href, location.href)
    const root = new URL("..", address)
    const data = await loadSource(decodeURIComponent(address.pathname.split("/").pop()).replace(/(\.\d+)?\.html$/, ""), root)
    const passage = { ...data.passages[address.hash.slice(1)], data, address, root }
    passage.via = via || passage.via
    return { ...passage, citation: formatCitation(passage) }
  }

  /* Promises what a mark is for, given its link and key: its text, address and counts, and the passages of a statement,
     that of the link first; of a record only that one. */
  dossier.loadCited = async (href, key) => {
    const first = await dossier.loadPassage(href)
    const cited = first.data.cited[key]
    const addresses = cited.passages.map(([url, via]) => ({ href: new URL(url, first.root).href, via }))
    const own = addresses.find(({ href }) => href === first.address.href)
    const others = key.includes("#") ? addresses.filter((address) => address !== own) : []
    const passages = await Promise.all([own, ...others].map(({ href, via }) => dossier.loadPassage(href, via)))
    return { ...cited, url: new URL(cited.url, first.root), passages }
  }

  async function loadSource(id, root) {
    if (!loading.has(id)) {
      loading.set(id, dossier.loadScript(new URL(`data/cards/${id}.js`, root)))
    }
    try {
      await loading.get(id)
      if (!dossierCards[id]) {
        throw new Error(`The script of ${id} has no data.`)
      }
    } catch (error) {
      loading.delete(id); // It is loaded anew when it is next needed.
      throw error
    }
    return dossierCards[id]
  }

  /* Promises that the script at an address has run: data, which a page opened from a folder can load in no other way. */
  dossier.loadScript = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = address
      script.addEventListener("load", resolve)
      script.addEventListener("error", reject)
      document.head.append(script)
    })

  /* The address at which others find what has this one. */
  dossier.publicAddress = (address, { data, root }) => {
    const isPublished = /^https?:/.test(data.site) || address.protocol === "file:"
    return isPublished ? data.site + address.href.slice(root.href.length) : address.href
  }

  /* The passage with its source, its attribution and its address. */
  function formatCitation({ exact, locator, via, data, address, root }) {
    const url = dossier.publicAddress(address, { data, root })
    const words = dossier.gettext("“%(words)s”", { words: exact.replace(/\s+/g, " ").trim() })
    const names = via.map((link) => data.links[link][0]).join(", ")
    const source = [data.source.reference, locator, names && dossier.gettext("via %(names)s", { names })]
    return `${words}\n${source.filter(Boolean).join(", ")}\n${data.title}: ${url}`
  }
})()
