/*
 * At the door: looks now and then whether the facilitator has answered, and goes on then. The page has said so, and
 * nobody types anything here that could be lost. Without this file she presses a link.
 */
"use strict";

const began = Date.now();
let next;

async function look() {
  clearTimeout(next);
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!page.querySelector("[data-door]")) {
        location.reload();
        return;
      }
    }
  } catch {
    // No connection; the next look tries again.
  }
  wait();
}

// A whole hall may wait: not all look in the same moment, and who has waited long looks less often.
function wait() {
  const pause = Date.now() - began < 300_000 ? 4000 : 15_000;
  next = setTimeout(look, pause + Math.random() * 2000);
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) look(); // a phone that was asleep
});
wait();
