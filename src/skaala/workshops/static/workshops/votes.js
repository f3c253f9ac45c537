/*
 * A vote that cannot be sent is kept on this device and sent later. Each press has a number of its own, so that the board
 * counts it once, however often it is sent. Without this file forms are sent as forms are.
 */
"use strict";

const state = document.querySelector("[data-queue]");
if (state && storageWorks()) keepVotes(state);

function storageWorks() {
  try {
    localStorage.setItem("skaala-test", "1");
    localStorage.removeItem("skaala-test");
    return Boolean(crypto.randomUUID);
  } catch {
    return false;
  }
}

function keepVotes(state) {
  const key = `skaala-votes-${state.dataset.queue}`;
  const word = state.dataset;
  const load = () => JSON.parse(localStorage.getItem(key) ?? "[]");
  const save = (votes) => (votes.length ? localStorage.setItem(key, JSON.stringify(votes)) : localStorage.removeItem(key));
  const drop = (vote) => save(load().filter((other) => other.vote !== vote.vote));
  let wait = 2000;
  let again;
  let sending = null;

  const say = (words) => {
    if (state.textContent !== words) state.textContent = words;
  };
  const sayWaiting = () => {
    const { length } = load();
    if (length) say(length === 1 ? word.wordOne : word.wordMany.replace("{number}", length));
  };

  // "sent", "later" or "refused"
  async function send(vote) {
    try {
      const answer = await fetch(word.action, {
        method: "POST",
        body: new URLSearchParams({ ...vote, answer: "short" }),
        redirect: "manual",
        signal: AbortSignal.timeout(10_000),
      });
      if (answer.status === 204) return "sent";
      return answer.status >= 500 || answer.status === 429 ? "later" : "refused";
    } catch {
      return "later";
    }
  }

  async function sendAll() {
    clearTimeout(again);
    const outcomes = new Map();
    for (const vote of load()) {
      const outcome = await send(vote);
      outcomes.set(vote.vote, outcome);
      if (outcome === "later") {
        again = setTimeout(flush, wait);
        wait = Math.min(wait * 2, 30_000);
        break;
      }
      wait = 2000;
      drop(vote);
    }
    return outcomes;
  }

  // One after the other: two sendings at once could overtake each other.
  const flush = () => (sending = (sending ?? Promise.resolve()).then(sendAll));

  async function flushLate() {
    if (!load().length) return;
    sayWaiting();
    const outcomes = [...(await flush()).values()];
    if (outcomes.includes("refused")) say(word.wordRefused);
    else if (!load().length) say(word.wordSent);
    else sayWaiting();
    const none = document.querySelector("[data-no-connection]");
    if (none && !none.hidden && !load().length) location.reload();
  }

  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-vote]");
    const deed = event.submitter?.value;
    // The listener for second presses has been there before: what it stopped stays stopped.
    if (!form || event.defaultPrevented || !["agree", "disagree", "pass"].includes(deed)) return;
    event.preventDefault();
    const vote = { vote: crypto.randomUUID(), statement: form.elements.statement.value, deed };
    save([...load().filter((other) => other.statement !== vote.statement), vote]);
    const outcome = (await flush()).get(vote.vote) ?? "later";
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
    if (outcome === "refused") {
      sendAsForm(form, vote);
    } else if (form.dataset.next && outcome === "sent") {
      location.assign(`${form.dataset.next}?done=${vote.statement}`);
    } else {
      if (form.dataset.next) showNext(form.closest(".ballot"));
      else showPressed(form, event.submitter);
      sayWaiting();
    }
  });

  // What was refused is sent as a form is: its answer says why.
  function sendAsForm(form, vote) {
    for (const name of ["vote", "deed"]) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value: vote[name] });
      form.append(field);
    }
    HTMLFormElement.prototype.submit.call(form);
  }

  function showPressed(form, pressed) {
    for (const button of form.querySelectorAll("[aria-pressed]")) {
      const is = button === pressed;
      button.setAttribute("aria-pressed", is ? "true" : "false");
      button.classList.toggle("is-primary", is);
      button.classList.toggle("is-quiet", !is && button.value === "pass");
      button.classList.toggle("is-secondary", !is && button.value !== "pass");
    }
  }

  // The page has the next few statements with it; after them it says honestly that there is no connection.
  function showNext(ballot) {
    const ready = document.querySelector("[data-next-ballot]");
    document.querySelector(".board-done")?.remove();
    if (!ready) {
      ballot.remove();
      document.querySelector("[data-no-connection]").hidden = false;
      return;
    }
    const next = ready.content.firstElementChild;
    ballot.replaceWith(next);
    ready.remove();
    for (const hint of next.querySelectorAll("[data-keys-hint]")) hint.hidden = false;
    next.querySelector("h2").focus();
  }

  addEventListener("online", flushLate);
  flushLate();
}
