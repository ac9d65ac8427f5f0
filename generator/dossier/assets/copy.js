/* Buttons that copy: passages of the evidence with their citation, forms in which a page is cited.

   Other scripts make theirs with `dossier.copyButton`. */

(() => {
  "use strict"

  const SHOWN = 2000; // Milliseconds that a button says what came of it.

  /* Says the same to those who listen. */
  const heard = document.createElement("div")
  heard.className = "dossier-announcer"
  heard.setAttribute("role", "status")
  document.body.append(heard)

  window.dossier = window.dossier || {}

  /* A button that copies what `text` promises. */
  dossier.copyButton = (label, text) => {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "dossier-copy"
    button.textContent = label
    button.addEventListener("click", async () => {
      heard.textContent = button.textContent = await text().then(put).then(
        () => "Copied",
        () => "Could not copy",
      )
      setTimeout(() => {
        heard.textContent = ""
        button.textContent = label
      }, SHOWN)
    })
    return button
  }

  /* Into the clipboard; a site that is not served securely has the older way alone. */
  async function put(text) {
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

  for (const link of document.querySelectorAll("#evidence ~ ol > li a[href*='#p-']")) {
    const citation = async () => (await dossier.passage(link.href)).citation
    link.after(dossier.copyButton("copy with citation", citation))
  }

  for (const form of document.querySelectorAll(".dossier-cite figure")) {
    const text = form.querySelector("pre").textContent
    form.querySelector("figcaption").append(dossier.copyButton("Copy", async () => text))
  }
})()
