/* Previews of the links to records: kind, title, first sentence and counts, while a link has the pointer or the focus.

   Their data is in scripts of a few records each, loaded when first needed; see render/previews.py. */

(() => {
  "use strict"

  const SCRIPTS = 64; // As many as render/previews.py writes.
  const root = new URL("../../", document.currentScript.src)
  const loading = new Map() // The promise of each script, by its number.

  window.dossierPreviews = {} // Filled by the scripts: by folder and id.

  window.dossier?.card?.add({ find, load, hasDialog: false, delay: 350 })

  /* The link to a record's page at an element. */
  function find(target) {
    const link = target.closest(".md-content a[href]:not(.headerlink, .dossier-card a, svg a)")
    return link && nameOf(link) ? link : null
  }

  /* `actors/juan-guaido`; "" for links to other pages and to places in this one. */
  function nameOf(link) {
    const [address] = link.href.split("#")
    const isElsewhere = address !== location.href.split("#")[0] && address.startsWith(root.href)
    return (isElsewhere && /^((?!texts|handbook)[a-z]+\/(?!index\.)[\w-]+)\.html$/.exec(address.slice(root.href.length))?.[1]) || ""
  }

  async function load(link) {
    const name = nameOf(link)
    await loadScript(numberOf(name)).catch(() => {})
    const [kind, title, summary, counts] = dossierPreviews[name] || []
    if (!title || matchMedia("(max-width: 44.984375em)").matches) {
      return null
    }
    const { createElement } = dossier.card
    const content = [
      createElement("p", "dossier-label", kind),
      createElement("p", "dossier-title", createElement("bdi", "", title)),
      ...(summary ? [createElement("p", "dossier-summary", summary)] : []),
      ...(counts ? [createElement("p", "dossier-counts", createElement("strong", "", counts))] : []),
    ]
    return { label: title, content }
  }

  /* The script with a record's data: the sum of the characters of its name. */
  function numberOf(name) {
    return [...name].reduce((sum, character) => sum + character.charCodeAt(0), 0) % SCRIPTS
  }

  function loadScript(number) {
    if (!loading.has(number)) {
      const promise = dossier.loadScript(new URL(`data/previews/${number}.js`, root))
      loading.set(number, promise)
      promise.catch(() => loading.delete(number)); // It is loaded anew when it is next needed.
    }
    return loading.get(number)
  }
})()
