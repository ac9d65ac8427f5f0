/* Buttons that copy passages with their citation, and the citations of a page in several formats.

   Other scripts create theirs with `dossier.createCopyButton`. */

(() => {
  "use strict"

  const FEEDBACK_TIME = 2000; // Milliseconds that a button shows the result.

  /* Announces the result to screen readers. */
  const announcer = document.createElement("div")
  announcer.className = "dossier-announcer"
  announcer.setAttribute("role", "status")
  document.body.append(announcer)

  window.dossier = window.dossier || {}

  /* A button that copies the text that `getText` promises. */
  dossier.createCopyButton = (label, getText) => {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "dossier-copy"
    button.textContent = label
    button.addEventListener("click", async () => {
      announcer.textContent = button.textContent = await getText().then(copy).then(
        () => dossier.gettext("Copied"),
        () => dossier.gettext("Could not copy"),
      )
      setTimeout(() => {
        announcer.textContent = ""
        button.textContent = label
      }, FEEDBACK_TIME)
    })
    return button
  }

  /* Copy to the clipboard; sites without HTTPS only have the deprecated API. */
  async function copy(text) {
    if (navigator.clipboard) {
      return navigator.clipboard.writeText(text)
    }
    const field = document.createElement("textarea")
    const focused = document.activeElement
    field.value = text
    document.body.append(field)
    field.select()
    const copied = document.execCommand("copy")
    field.remove()
    focused.focus()
    if (!copied) {
      throw new Error("the browser refused")
    }
  }

  /* On a record's page, its own statements name it; the attribution of a passage is that of the record. */
  const record = document.querySelector(".dossier-statement sup[data-for]")?.dataset.for.split("#")[0]

  for (const link of document.querySelectorAll(":is(#evidence, :has(> #evidence)) ~ ol > li a[href*='#p-']")) {
    const citation = async () =>
      record ? (await dossier.loadCited(link.href, record)).passages[0].citation : (await dossier.loadPassage(link.href)).citation
    link.after(dossier.createCopyButton(dossier.gettext("copy with citation"), citation))
  }

  for (const figure of document.querySelectorAll(".dossier-cite figure")) {
    const text = figure.querySelector("pre").textContent
    figure.querySelector("figcaption").append(dossier.createCopyButton(dossier.gettext("Copy"), async () => text))
  }
})()
