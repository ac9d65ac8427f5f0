/* The cards of citation marks: the passages of a statement, their attribution, and how many origins they have. */

(() => {
  "use strict"

  if (!window.dossier?.card) {
    return
  }

  const MARK = "sup[data-for] > a"
  const MAX_REPORTED = 500; // Characters of a statement in the address of a form, which hosts limit to a few thousand bytes.
  const { createElement, createLink } = dossier.card
  const { gettext } = dossier
  /* What is said of a sentence, of another statement and of a record, which a mark can be for. */
  const SCOPES = {
    sentence: {
      name: gettext("this sentence"),
      link: gettext("Link to this sentence"),
      edit: gettext("Edit this sentence"),
      also: gettext("Also for this sentence"),
      counts: gettext("%(counts)s for this sentence"),
    },
    statement: {
      name: gettext("this statement"),
      link: gettext("Link to this statement"),
      edit: gettext("Edit this statement"),
      also: gettext("Also for this statement"),
      counts: gettext("%(counts)s for this statement"),
    },
    record: {
      name: gettext("this record"),
      link: gettext("Link to this record"),
      edit: gettext("Edit this record"),
      also: gettext("Also for this record"),
      counts: gettext("%(counts)s for this record"),
    },
  }

  dossier.card.add({ find: (target) => target.closest(MARK), load, hasDialog: true, delay: 150 })

  async function load(mark) {
    const cited = dossier.loadCited(mark.href, mark.parentElement.dataset.for)
    const content = await cited.then((data) => createContent(mark, data), () => createFailure(mark))
    return { label: mark.getAttribute("aria-label"), content }
  }

  function createContent(mark, cited) {
    const [first, ...others] = cited.passages
    const words = SCOPES[cited.scope]
    const [before, after] = words.counts.split("%(counts)s")
    const actions = createElement("div", "dossier-actions")
    actions.append(
      createReadLink(first.address),
      dossier.createCopyButton(gettext("Copy with citation"), async () => first.citation),
      createLink(cited.url, words.link),
      createLink(reportAddress(cited, first), gettext("Report an error")),
    )
    if (first.data.editForms) {
      actions.append(createLink(first.data.editForms + cited.file, words.edit))
    }
    return [
      createHeading(mark, words.name),
      ...(mark.closest(".dossier-statement") ? [] : [createElement("p", "dossier-claim", cited.text)]),
      createPassage(first),
      ...createPageImages(first),
      createAttribution(first),
      ...(others.length ? [createElement("p", "dossier-also", words.also)] : []),
      ...others.map(createOther),
      createElement("p", "dossier-counts", before, createElement("strong", "", cited.counts), after),
      actions,
    ]
  }

  /* Where an error in what a mark is for is reported: a form with its words and address, where there is one. */
  function reportAddress(cited, { data, root }) {
    if (!data.report) {
      return new URL("corrections.html#report-an-error", root)
    }
    const [form, title, text] = data.report
    if (!title) {
      return form
    }
    const words = [...cited.text].slice(0, MAX_REPORTED).join("")
    const report = [
      gettext("Page: %(address)s", { address: dossier.publicAddress(cited.url, { data, root }) }),
      gettext("Statement: “%(words)s”", { words }),
      "",
      gettext("What is wrong, and what should it be? Which source says so?"),
      "",
      "",
    ].join(form.startsWith("mailto:") ? "\r\n" : "\n")
    const subject = gettext("Error: %(title)s", { title: words })
    return `${form}?${[[title, subject], [text, report]].map((field) => field.map(encodeURIComponent).join("=")).join("&")}`
  }

  function createFailure(mark) {
    const actions = createElement("div", "dossier-actions", createReadLink(mark.href))
    const failure = gettext("This card could not be loaded. Its passage is in the text of the source.")
    return [createElement("p", "", failure), actions]
  }

  /* `Evidence 1 · this sentence`; the marks of lists, which name their source, have no number. */
  function createHeading(mark, name) {
    const number = mark.textContent
    const evidence = /^[0-9]+$/.test(number) ? gettext("Evidence %(number)s", { number }) : gettext("Evidence")
    return createElement("p", "dossier-label", `${evidence} · ${name}`)
  }

  /* A link to a passage in its text, which other scripts may open beside the page. */
  function createReadLink(address) {
    const link = createLink(address, gettext("Read it in context"))
    link.className = "dossier-read"
    return link
  }

  /* The words of a passage, in the language and direction of its source, and their translation. */
  function createPassage({ before, exact, after, translation, data }) {
    const passage = createElement("blockquote", "", before, createElement("mark", "", exact), after)
    passage.dir = "auto"
    if (data.source.language) {
      passage.lang = data.source.language
    }
    return translation ? createElement("div", "", passage, createTranslation(translation)) : passage
  }

  function createTranslation([text, language, by]) {
    const note = createElement("small", "", gettext("(translation: %(by)s)", { by }))
    const words = createElement("p", "dossier-translation", text, " ", note)
    words.dir = "auto"
    if (language) {
      words.lang = language
    }
    return words
  }

  /* The pages of a PDF that the passage is on, with its words highlighted; see render/cited_pages.py. */
  function createPageImages({ images = [], root }) {
    return images.map(([path, label, width, height, description, rectangles]) => {
      const image = createElement("img")
      Object.assign(image, { src: new URL(path, root).href, width, height, loading: "lazy", alt: description })
      const drawing = createDrawing("svg", { viewBox: "0 0 1 1", preserveAspectRatio: "none", "aria-hidden": "true" })
      drawing.append(...rectangles.map(([x, y, width, height]) => createDrawing("rect", { x, y, width, height })))
      const page = createLink(image.src, "")
      page.className = "dossier-page"
      page.replaceChildren(image, drawing)
      const summary = createElement("summary", "", gettext("Image of page %(page)s", { page: label }))
      return createElement("details", "dossier-page-image", summary, page)
    })
  }

  function createDrawing(name, attributes) {
    const element = document.createElementNS(document.querySelector("svg").namespaceURI, name)
    for (const [attribute, value] of Object.entries(attributes)) {
      element.setAttribute(attribute, value)
    }
    return element
  }

  /* The attribution, from the source that was read back to the first link. */
  function createAttribution({ data, locator, via, root }) {
    const { name, page, facts } = data.source
    const list = createElement("ol", "dossier-trail")
    list.setAttribute("aria-label", gettext("How these words reached us"))
    list.append(createStep(name, page, [gettext("read in full"), locator, facts].filter(Boolean).join(" · "), root))
    let previous = name
    for (const [label, address, note] of via.map((key) => data.links[key])) {
      list.append(createStep(label, address, note ?? gettext("known through %(name)s", { name: previous }), root))
      previous = label
    }
    return list
  }

  function createStep(name, page, note, root) {
    const step = createElement("li", "", page ? createLink(new URL(page, root), name) : createElement("span", "", name))
    step.firstElementChild.dir = "auto"
    if (note) {
      step.append(" ", createElement("small", "", note))
    }
    return step
  }

  /* Another passage of the statement, with its attribution in one line. */
  function createOther({ exact, locator, translation, via, data, address }) {
    const source = locator ? `${data.source.name}, ${locator}` : data.source.name
    const names = [source, ...via.map((key) => data.links[key][0])].join(" → ")
    const line = createElement("small", "", createElement("bdi", "", names), " · ", createReadLink(address))
    return createElement("div", "dossier-other", createPassage({ before: "", exact, after: "", translation, data }), line)
  }

  /* The card replaces the browser's tooltip; screen readers keep its text. */
  function prepare() {
    for (const mark of document.querySelectorAll(`${MARK}[title]`)) {
      mark.setAttribute("aria-description", mark.title)
      mark.setAttribute("aria-haspopup", "dialog")
      mark.setAttribute("aria-expanded", "false")
      mark.removeAttribute("title")
    }
  }

  prepare()
  window.document$?.subscribe(prepare); // Material replaces the page's content where `navigation.instant` is on.
})()
