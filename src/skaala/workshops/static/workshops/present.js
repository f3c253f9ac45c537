/* Keys for going through statements: arrow right and left. The buttons do the same without this file. */
"use strict";

for (const form of document.querySelectorAll("[data-step-form]")) {
  const steps = {
    ArrowRight: form.querySelector("button[value=next]"),
    ArrowLeft: form.querySelector("button[value=previous]"),
  };
  form.querySelector("[data-keys-hint]").hidden = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const button = steps[event.key];
    if (button) {
      event.preventDefault();
      button.click();
    }
  });
}
