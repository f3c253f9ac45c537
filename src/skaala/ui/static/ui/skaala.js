/* Small comforts. Every page and form works without this file. */
"use strict";

// A second press of a button while the first is on its way is not sent.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.submitter?.formTarget) return; // one that is shown in a frame leaves the page as it is
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  // An answer that is a file leaves the page as it is; then the form may be sent again.
  setTimeout(() => free(form), form.querySelector(".waiting") ? 60_000 : 10_000);
  event.submitter?.setAttribute("aria-disabled", "true");
  const waiting = form.querySelector(".waiting-shown");
  if (waiting) waiting.hidden = false;
});

// A file that takes long to read: "Cancel" leaves the form as it was.
for (const button of document.querySelectorAll(".waiting button")) {
  button.addEventListener("click", () => {
    stop();
    free(button.form);
  });
}

const free = (form) => {
  delete form.dataset.sent;
  form.querySelector(".waiting-shown")?.setAttribute("hidden", "");
  for (const button of form.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
};

// Coming back with the browser's Back button: the form may be sent again.
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(free));

// A form in which nothing has been typed needs not be sent to be seen in another language.
for (const button of document.querySelectorAll("button[name=switch-language]")) {
  button.addEventListener("click", (event) => {
    const typed = [...(button.form?.elements ?? [])].some((field) =>
      field.type === "checkbox" || field.type === "radio"
        ? field.checked !== field.defaultChecked
        : field instanceof HTMLSelectElement
          ? [...field.options].some((option) => option.selected !== option.defaultSelected) && field.selectedIndex > 0
          : "defaultValue" in field && field.type !== "hidden" && field.value !== field.defaultValue,
    );
    if (typed || document.querySelector(".error-summary")) return;
    event.preventDefault();
    location.assign(button.formAction);
  });
}

// "Copy the link".
for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  const words = button.textContent;
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = words), 4000);
  });
}

// A colour that is picked is written as its code, and the other way round.
for (const picker of document.querySelectorAll("input[data-colour-of]")) {
  const code = document.getElementById(picker.dataset.colourOf);
  picker.addEventListener("input", () => (code.value = picker.value));
  code.addEventListener("input", () => {
    if (/^#[0-9a-f]{6}$/i.test(code.value.trim())) picker.value = code.value.trim();
  });
}

// How many characters are left. Said aloud only after a pause, so that it does not talk over the typing.
for (const counter of document.querySelectorAll("[data-counter-for]")) {
  const field = document.getElementById(counter.dataset.counterFor);
  const spoken = document.createElement("span");
  const shown = document.createElement("span");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  shown.setAttribute("aria-hidden", "true");
  counter.replaceChildren(shown, spoken);
  // Otherwise the end of a pasted text would be cut off in silence.
  field.removeAttribute("maxlength");
  let pause;
  const count = (aloud) => {
    // As the server counts: a line break is sent as two characters, an emoji is one.
    const left = Number(counter.dataset.max) - [...field.value.replaceAll("\n", "\r\n")].length;
    shown.textContent = `${counter.dataset.text} ${left}`;
    counter.classList.toggle("is-over", left < 0);
    clearTimeout(pause);
    if (aloud) pause = setTimeout(() => (spoken.textContent = shown.textContent), 1200);
  };
  field.addEventListener("input", () => count(true));
  count(false);
}

// The summary of errors takes the focus where a browser does not heed "autofocus" on it.
addEventListener("load", () => {
  setTimeout(() => {
    if (document.activeElement === document.body) document.querySelector(".error-summary[autofocus]")?.focus();
  }, 200);
});

// How far something long is: this part of the page is kept up to date. Once it is no longer there, the page shows what came of it.
for (const part of document.querySelectorAll("[data-look-again]")) {
  const seconds = 1000 * part.dataset.lookAgain;
  const look = async () => {
    try {
      const answer = await fetch(location.href);
      const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
      if (answer.ok && !found) return location.reload();
      if (answer.ok) part.replaceChildren(...found.childNodes);
    } catch {} // no network for a moment
    setTimeout(look, seconds);
  };
  setTimeout(look, seconds);
}

// Questions that are asked only after a certain answer, or of those who come to one event, or on site.
for (const form of document.forms) {
  const parts = form.querySelectorAll("[data-only-if], [data-only-at], [data-only-onsite]");
  if (!parts.length) continue;
  const chosen = (name, value) =>
    [...form.querySelectorAll(`[name="${name}"]:checked`)].some(
      (input) => input.value === value && !input.closest("[hidden]"),
    );
  const look = () => {
    for (const part of parts) {
      const { onlyIf, onlyAt, onlyOnsite } = part.dataset;
      const comes = (event) => chosen("events", event) && !chosen(`mode-${event}`, "online");
      part.hidden = !(
        (!onlyIf || chosen(...onlyIf.split("="))) &&
        (!onlyAt || chosen("events", onlyAt)) &&
        (!onlyOnsite || onlyOnsite.trim().split(" ").some(comes))
      );
    }
  };
  for (const words of form.querySelectorAll(".asked-condition")) words.hidden = true;
  form.addEventListener("change", look);
  look();
}
