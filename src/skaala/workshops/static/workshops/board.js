/* Keys for weighing: 1, 2 and 3 while the focus is on the statement or its buttons. All works without this file. */
"use strict";

for (const ballot of document.querySelectorAll("[data-vote-keys]")) {
  const buttons = ballot.querySelectorAll("button[aria-keyshortcuts]");
  ballot.querySelector("[data-keys-hint]").hidden = false;
  ballot.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    for (const button of buttons) {
      if (button.getAttribute("aria-keyshortcuts") === event.key) {
        event.preventDefault();
        button.click();
        return;
      }
    }
  });
}
