/*
 * What somebody is writing is kept on this device until it has been sent: a phone that locks, a network that goes or a phase that
 * ends loses nothing. Without this file the server gives the text back with its refusal.
 */
"use strict";

const whose = document.querySelector("[data-queue]")?.dataset.queue;
if (whose) keepDrafts(whose);

function keepDrafts(whose) {
  const SENT = "skaala-draft-sent";
  // Storage that is switched off keeps nothing, and everything else works.
  const quietly = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  const sent = document.querySelector("[data-draft-sent]");
  if (sent) quietly(() => localStorage.removeItem(sessionStorage.getItem(SENT)));
  quietly(() => sessionStorage.removeItem(SENT));

  for (const field of document.querySelectorAll("textarea[data-draft]")) {
    const key = `skaala-draft-${whose}-${field.dataset.draft}`;
    const kept = quietly(() => localStorage.getItem(key));
    if (kept && !field.value) {
      field.value = kept;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    field.addEventListener("input", () =>
      quietly(() => (field.value ? localStorage.setItem(key, field.value) : localStorage.removeItem(key))),
    );
    field.form.addEventListener("submit", () => quietly(() => sessionStorage.setItem(SENT, key)));
  }
}
