// Reloads the page when the site has changed, and shows the findings of the check: only under `dossier serve`.
"use strict";
{
  const script = document.currentScript;
  const panel = document.createElement("section");
  const text = document.createElement("pre");
  const close = document.createElement("button");
  panel.hidden = true;
  panel.setAttribute("aria-live", "polite");
  panel.style.cssText =
    "position:fixed;inset:auto 0 0 0;z-index:1000;max-height:40vh;overflow:auto;" +
    "box-sizing:border-box;padding:.75rem 1rem;border:0;border-top:3px solid #b3261e;background:#fff8f7;color:#1b1b1b";
  text.lang = "en";
  text.style.cssText = "margin:0;font:13px/1.5 monospace;white-space:pre-wrap";
  close.style.cssText = "float:right;padding:.25rem .75rem;border:1px solid;color:inherit;background:#fff;cursor:pointer";
  close.addEventListener("click", () => (panel.hidden = true));
  panel.append(close, text);
  // Once the script with the words has run, which is a deferred one.
  addEventListener("DOMContentLoaded", () => {
    panel.setAttribute("aria-label", dossier.gettext("Findings"));
    close.textContent = dossier.gettext("Close");
  });

  const show = (findings) => {
    if (findings === text.textContent) {
      return;
    }
    text.textContent = findings;
    panel.hidden = !findings;
  };

  const update = (data) => {
    const { version, findings } = JSON.parse(data);
    // The review keeps up by itself.
    if (!dispatchEvent(new Event("dossier-state", { cancelable: true }))) {
      return;
    }
    if (String(version) === script.dataset.version) {
      show(findings);
    } else {
      location.reload();
    }
  };

  // A browser opens six connections to a host, so that one tab listens for all.
  const channel = new BroadcastChannel("dossier");
  const ASK = "";
  let last = ASK;
  channel.addEventListener("message", ({ data }) => {
    if (data !== ASK) {
      update(data);
    } else if (last !== ASK) {
      channel.postMessage(last);
    }
  });
  const listen = () => {
    new EventSource("/-/events").addEventListener("message", ({ data }) => {
      last = data;
      channel.postMessage(data);
      update(data);
    });
    return new Promise(() => {}); // Until this tab is closed.
  };

  document.body.append(panel);
  if (navigator.locks) {
    navigator.locks.request("dossier", listen);
    channel.postMessage(ASK);
  } else {
    listen();
  }
}
