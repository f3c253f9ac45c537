/* A warning before a browser that nobody uses is signed out. Without this file the next page asks for the sign-in. */
"use strict";

for (const form of document.querySelectorAll("[data-idle]")) watch(form);

function watch(form) {
  const KEY = "skaala-last-used";
  const limit = 1000 * form.dataset.idle;
  const warning = Math.min(5 * 60_000, limit / 4);
  const [soon, over] = ["soon", "over"].map((name) => form.querySelector(`[data-idle-${name}]`));
  const button = form.querySelector("button");
  let last = 0;
  // Other tabs of this browser use the same session. Storage that is switched off knows of this one alone.
  const quietly = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  const used = () => {
    last = Date.now();
    quietly(() => localStorage.setItem(KEY, last));
  };
  const lastUsed = () => Math.max(last, Number(quietly(() => localStorage.getItem(KEY))) || 0);

  const stay = async () => {
    const answer = await quietly(() => fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" }))?.catch(() => null);
    if (answer?.ok) used();
    look();
  };
  const look = () => {
    const left = lastUsed() + limit - Date.now();
    form.hidden = form.hasAttribute("data-keep") || left > warning;
    soon.hidden = left <= 0;
    over.hidden = left > 0;
    button.hidden = left <= 0;
  };

  used();
  setInterval(look, 5_000);
  if (form.hasAttribute("data-keep")) setInterval(stay, limit / 4);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation(); // it may be sent many times
    stay();
  });
  // Whoever types is there, also if no page is asked for.
  let asked = 0;
  addEventListener("input", () => {
    if (Date.now() - Math.max(lastUsed(), asked) < warning || lastUsed() + limit < Date.now()) return;
    asked = Date.now();
    stay();
  });
}
