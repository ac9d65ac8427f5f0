/* Marks the words of a search on the page that its result leads to, as they are written there. */

(() => {
  "use strict"

  const SCRIPTS = ["folding.js", "text-search.js"]
  const BLOCK = "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, figcaption, blockquote, summary, div, article"
  const HIDDEN = "script, style, svg, template, textarea, [hidden]"
  const folder = document.currentScript.src
  const words = new URLSearchParams(location.search).get("words")

  if (!words) {
    return
  }

  /* The text nodes of each block: words may be in several elements, but not in several blocks. */
  function textsByBlock(root) {
    const texts = new Map()
    const nodes = document.createNodeIterator(root, NodeFilter.SHOW_TEXT)
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      if (node.data.trim() && !node.parentElement.closest(HIDDEN)) {
        const block = node.parentElement.closest(BLOCK) ?? root
        texts.set(block, [...(texts.get(block) || []), node])
      }
    }
    return [...texts.values()]
  }

  /* The spans of the words in a text, in order and without overlaps. */
  function spansIn(text, terms) {
    const folded = dossier.folding.fold(text)
    const matches = terms.flatMap((term) => dossier.textSearch.findMatches(term, folded))
    const placeOf = matches.length ? dossier.folding.places(text) : null
    const spans = matches.map((match) => placeOf(match.index, match.index + match[0].length)).sort(([a], [b]) => a - b)
    let last = 0
    return spans.filter(([start, end]) => start >= last && (last = end))
  }

  /* Mark the spans, from the last to the first: marking splits text nodes after those that are still to be marked. */
  function mark(nodes, spans) {
    let end = nodes.reduce((length, node) => length + node.length, 0)
    for (const node of nodes.reverse()) {
      const start = end - node.length
      for (const [from, to] of spans.filter(([from, to]) => from < end && to > start).reverse()) {
        const marked = node.splitText(Math.max(from - start, 0))
        marked.splitText(Math.min(to - start, end - start) - Math.max(from - start, 0))
        const element = document.createElement("mark")
        element.dataset.mdHighlight = ""
        marked.replaceWith(element)
        element.append(marked)
      }
      end = start
    }
  }

  async function markAll() {
    for (const name of SCRIPTS) {
      await dossier.loadScript(new URL(name, folder))
    }
    const { terms } = dossier.textSearch.parseQuery(words)
    for (const root of document.querySelectorAll(".md-content article")) {
      for (const nodes of textsByBlock(root)) {
        mark(nodes, spansIn(nodes.map((node) => node.data).join(""), terms))
      }
    }
  }

  markAll()
})()
