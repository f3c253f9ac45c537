/* Keys for weighing: 1, 2 and 3 while the focus is on the statement or its buttons. All works without this file. */
"use strict";

for (const hint of document.querySelectorAll("[data-keys-hint]")) hint.hidden = false;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const ballot = event.target.closest("[data-vote-keys]");
  for (const button of ballot?.querySelectorAll("button[aria-keyshortcuts]") ?? []) {
    if (button.getAttribute("aria-keyshortcuts") === event.key) {
      event.preventDefault();
      button.click();
      return;
    }
  }
});
