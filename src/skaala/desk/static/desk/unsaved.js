/*
 * Text that has been typed in a form of the organiser pages stays on this device until it has been saved: a browser that crashes or a tab
 * that is closed loses nothing. It is offered when the page is opened again, never put in unasked, and goes with the sign-out.
 * Passwords, codes, choices and files are not kept.
 */
"use strict";

const notice = document.querySelector("[data-unsaved]");
if (notice) keepUnsaved(notice);

function keepUnsaved(notice) {
  const PREFIX = "skaala-unsaved-";
  const SENT = "skaala-unsaved-sent";
  const WEEK = 7 * 24 * 3600_000;
  const mine = `${PREFIX}${notice.dataset.unsaved}-`;
  // Storage that is switched off keeps nothing, and everything else works.
  const quietly = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  const read = (key) => quietly(() => JSON.parse(localStorage.getItem(key)));
  const forget = (key) => quietly(() => localStorage.removeItem(key));
  const all = () => quietly(() => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) ?? [];
  for (const key of all()) if (!(Date.now() - read(key)?.at < WEEK)) forget(key);

  // What was sent is saved, unless the answer is the form again with what to correct, or a sign-in, where this file is not.
  const sent = quietly(() => sessionStorage.getItem(SENT));
  if (sent && !document.querySelector(".error-summary, .kept-form")) {
    forget(sent);
    quietly(() => sessionStorage.removeItem(SENT));
  }

  for (const out of document.querySelectorAll('form[action$="/sign-out/"]')) {
    out.addEventListener("submit", () => all().forEach(forget));
  }

  for (const form of document.querySelectorAll('main form[method="post"]')) {
    const fields = [...form.querySelectorAll('textarea, input:not([type]), input[type="text"], input[type="url"]')].filter(
      (field) => field.name && !/password|secret|code/.test(field.name) && field.autocomplete !== "one-time-code",
    );
    if (!fields.length) continue;
    const key = `${mine}${new URL(form.getAttribute("action") || location.href, location.href).pathname}`;
    const kept = read(key)?.texts ?? {};
    const lost = fields.filter((field) => field.name in kept && kept[field.name] !== field.value);
    if (lost.length && !document.querySelector(".error-summary, .kept-form")) offer(form, key, lost, kept);
    form.addEventListener("input", (event) => {
      if (!fields.includes(event.target)) return;
      kept[event.target.name] = event.target.value;
      quietly(() => localStorage.setItem(key, JSON.stringify({ at: Date.now(), texts: kept })));
    });
    form.addEventListener("submit", () => quietly(() => sessionStorage.setItem(SENT, key)));
  }

  function offer(form, key, lost, kept) {
    const shown = notice.content.cloneNode(true).firstElementChild;
    shown.querySelector("[data-put-back]").addEventListener("click", () => {
      for (const field of lost) {
        field.value = kept[field.name];
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      lost[0].focus();
      shown.remove();
    });
    shown.querySelector("[data-discard]").addEventListener("click", () => {
      forget(key);
      for (const field of lost) delete kept[field.name];
      shown.remove();
    });
    form.before(shown);
  }
}
