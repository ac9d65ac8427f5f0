// The review of records, only under `dossier serve`: sends verdicts, publishes drafts, goes from record to record, and keeps up with the files.
"use strict";
{
  const palette = (() => {
    try {
      return JSON.parse(localStorage.getItem("/.__palette"));
    } catch {
      return null;
    }
  })();
  const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.mdColorScheme = palette?.color?.scheme ?? (prefersDark ? "slate" : "default");

  const KEYS_OFF = "dossier.review.keysOff";
  const element = (id) => document.getElementById(id);
  let isBusy = false;
  let shownPath = location.pathname;

  const say = (message) => {
    element("result").textContent = "";
    // Once more if it is the same message, which is read out only if it changes.
    requestAnimationFrame(() => (element("result").textContent = message));
  };

  const read = async (address) => {
    const response = await fetch(address, { cache: "no-store" });
    if (!response.ok) {
      return null;
    }
    return new DOMParser().parseFromString(await response.text(), "text/html");
  };

  // Everything but the message, which stays while the page changes around it, so that it is read out.
  const replace = (page) => {
    const focused = document.activeElement?.id;
    document.title = page.title;
    for (const part of ["header", "main", ".buttons"]) {
      document.querySelector(part).replaceWith(page.querySelector(part));
    }
    setUp();
    if (focused) {
      element(focused)?.focus({ preventScroll: true });
    }
  };

  const show = async (address) => {
    const page = await read(address);
    if (page === null) {
      location.assign(address);
      return;
    }
    replace(page);
    shownPath = new URL(address, location.href).pathname;
    scrollTo(0, 0);
    element("title").focus({ preventScroll: true });
  };

  const go = async (address) => {
    await show(address);
    history.pushState(null, "", address);
  };

  const post = async (data) => {
    const response = await fetch("/-/review/", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(data),
    });
    return response.json();
  };

  const send = async (data) => {
    if (isBusy) {
      return;
    }
    isBusy = true;
    try {
      const { message, address } = await post(data);
      if (address) {
        await go(address);
      } else {
        await refresh();
      }
      say(message);
    } catch {
      say(dossier.gettext("The server does not answer: reload to see whether the verdict was written."));
    } finally {
      isBusy = false;
    }
  };

  const judge = (judgement) => {
    const { key, digest } = document.querySelector("main").dataset;
    if (key) {
      send({ record: key, digest, ...judgement });
    }
  };

  const refresh = async () => {
    const page = await read(location.href).catch(() => null);
    if (page === null) {
      return;
    }
    const isSame = page.querySelector("main").innerHTML === original;
    const isOpen = document.querySelector(".keys").open;
    replace(page);
    document.querySelector(".keys").open = isOpen;
    if (!isSame && !isBusy) {
      say(dossier.gettext("Files were saved: this page has changed."));
    }
  };

  let original = "";
  const setUp = () => {
    original = document.querySelector("main").innerHTML;
    element("keys").checked = !localStorage.getItem(KEYS_OFF);
    element("keys").addEventListener("change", ({ target }) => {
      target.checked ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, "1");
    });
    for (const button of document.querySelectorAll("[data-verdict]")) {
      button.addEventListener("click", () => judge({ verdict: button.dataset.verdict }));
    }
    element("publish")?.addEventListener("click", () => judge({ publish: true }));
    element("publish-all")?.addEventListener("click", () => send({ publish: "all that hold" }));
    element("undo").addEventListener("click", () => send({ undo: true }));
    for (const link of document.querySelectorAll("#previous, #next, .queue a, header a:not(.home)")) {
      link.addEventListener("click", (event) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
          event.preventDefault();
          say("");
          go(link.getAttribute("href"));
        }
      });
    }
  };

  const ACTIONS = {
    h: () => document.querySelector('[data-verdict="holds"]'),
    y: () => element("publish"),
    l: () => document.querySelector('[data-verdict="look again"]'),
    p: () => element("previous"),
    n: () => element("next"),
    u: () => (element("undo").hidden ? null : element("undo")),
    a: () => document.querySelector("header a:not(.home)"),
  };
  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input:not([type=checkbox]), textarea, select");
    const isHeld = event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (!isTyping && !isHeld && !localStorage.getItem(KEYS_OFF)) {
      ACTIONS[event.key]?.()?.click();
    }
  });
  // Not where only the part after "#" changes, which the browser scrolls to.
  addEventListener("popstate", () => {
    if (location.pathname !== shownPath) {
      show(location.href);
    }
  });
  addEventListener("dossier-state", (event) => {
    event.preventDefault();
    if (!isBusy) {
      refresh();
    }
  });
  addEventListener("DOMContentLoaded", setUp);
}
