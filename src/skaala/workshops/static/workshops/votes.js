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
  const texts = JSON.parse(document.getElementById("queue-texts").textContent);
  // Votes kept by an earlier version call their action `deed`.
  const load = () => JSON.parse(localStorage.getItem(key) ?? "[]").map(({ deed, ...vote }) => (deed ? { action: deed, ...vote } : vote));
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
    if (length) say(length === 1 ? texts.one : texts.many.replace("{number}", length));
  };

  const ballots = document.querySelector("[data-ballots]");
  const receipt = document.querySelector("[data-receipt]");
  const voteTexts = ballots && JSON.parse(document.getElementById("vote-texts").textContent);
  const one = (selector) => ballots.querySelector(selector);
  const statementIn = (ballot) => ballot.querySelector("[name=statement]").value;

  // Beside the ballot, and not in each, since every vote brings one: the link follows the statement that is shown.
  const interested = document.querySelector("[data-interested]");
  if (interested && ballots) {
    new MutationObserver(() => {
      const shown = one(".ballot");
      interested.href = interested.dataset.interested + (shown ? `${statementIn(shown)}/` : "");
    }).observe(ballots, { childList: true });
  }

  // What the page has of the statements: the one shown, those ready, and those whose votes are on their way.
  function have() {
    const ready = [...ballots.querySelectorAll("[data-next-ballot]")].map((each) => each.content);
    const here = [one(".ballot"), ...ready].filter(Boolean).map(statementIn);
    return [...here, ...load().map((vote) => vote.statement)].join();
  }

  // "sent", "later" or "refused"
  async function send(vote) {
    try {
      const answer = await fetch(state.dataset.action, {
        method: "POST",
        body: new URLSearchParams({ ...vote, ...(ballots ? { answer: "next", have: have() } : { answer: "short" }) }),
        redirect: "manual",
        signal: AbortSignal.timeout(10_000),
      });
      if (answer.status === 204) return "sent";
      if (answer.status === 200 && ballots) {
        takeIn(await answer.text());
        return "sent";
      }
      return answer.status >= 500 || answer.status === 429 ? "later" : "refused";
    } catch {
      return "later";
    }
  }

  function takeIn(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    document.querySelector("[data-progress]").replaceWith(page.querySelector("[data-progress]"));
    const there = have().split(",");
    for (const ready of page.querySelectorAll("[data-next-ballot]")) {
      if (!there.includes(statementIn(ready.content))) one("[data-all-done]").before(ready);
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
    if (outcomes.includes("refused")) say(texts.refused);
    else if (!load().length) say(texts.sent);
    else sayWaiting();
    const none = document.querySelector("[data-no-connection]");
    if (none && !none.hidden && !load().length) location.reload();
  }

  let before = null; // the statement voted on last, to be shown again on Undo

  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-vote]");
    const action = event.submitter?.value;
    // The listener for second presses has been there before: what it stopped stays stopped.
    if (!form || event.defaultPrevented || !["agree", "disagree", "pass", "undo"].includes(action)) return;
    const ballot = form.closest(".ballot");
    if (action === "undo" && receipt?.contains(form) && !before) return; // of an earlier page
    event.preventDefault();
    const vote = { vote: crypto.randomUUID(), statement: form.elements.statement.value, action };
    save([...load().filter((other) => other.statement !== vote.statement), vote]);
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
    if (ballot) goOn(ballot, vote);
    else if (receipt?.contains(form)) goBack();
    else showPressed(form, event.submitter);
    const outcome = (await flush()).get(vote.vote) ?? "later";
    if (outcome === "refused") sendAsForm(form, vote);
    else {
      if (ballots && !one(".ballot")) showNext(outcome);
      sayWaiting();
    }
  });

  // What was refused is sent as a form is: its answer says why.
  function sendAsForm(form, vote) {
    for (const name of ["vote", "action"]) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value: vote[name] });
      form.append(field);
    }
    if (!form.isConnected) document.body.append(form);
    HTMLFormElement.prototype.submit.call(form);
  }

  function showPressed(form, pressed) {
    for (const button of form.querySelectorAll("[aria-pressed]")) {
      const is = button === pressed && button.value !== "undo";
      button.setAttribute("aria-pressed", is ? "true" : "false");
      button.classList.toggle("is-primary", is);
      button.classList.toggle("is-quiet", !is && button.dataset.action === "pass");
      button.classList.toggle("is-secondary", !is && button.dataset.action !== "pass");
    }
    for (const button of form.querySelectorAll("[aria-pressed]"))
      button.value = button.getAttribute("aria-pressed") === "true" ? "undo" : button.dataset.action;
  }

  // --- one statement after the other, without a new page

  function goOn(ballot, vote) {
    before = ballot;
    const words = document.createElement("q");
    const statement = ballot.querySelector("[data-statement] [lang]");
    words.textContent = statement.textContent;
    words.lang = statement.lang;
    tell([voteTexts[vote.action], " ", words], vote.statement);
    ballot.remove();
    showNext("");
  }

  function goBack() {
    const current = one(".ballot");
    if (current) {
      const ready = document.createElement("template");
      ready.dataset.nextBallot = "";
      ready.content.append(current);
      ballots.prepend(ready);
    }
    for (const name of ["all-done", "no-connection"]) one(`[data-${name}]`).hidden = true;
    ballots.prepend(before);
    before = null;
    tell([voteTexts.undo], "");
    one(".ballot h2").focus();
  }

  function tell(words, statement) {
    receipt.hidden = false;
    receipt.querySelector("[role=status]").replaceChildren(...words);
    const form = receipt.querySelector("form");
    const link = receipt.querySelector("[data-interested-after]"); // of the statement just voted on
    if (link) Object.assign(link, { hidden: !statement, href: `${link.dataset.interestedAfter}${statement}/` });
    form.hidden = !statement;
    form.elements.statement.value = statement;
  }

  // The page has the next few with it; after the last it says that it is the last, or honestly that there is no connection.
  function showNext(outcome) {
    const ready = one("[data-next-ballot]");
    if (ready) {
      const next = ready.content.firstElementChild;
      ready.replaceWith(next);
      ballots.prepend(next);
      for (const name of ["all-done", "no-connection"]) one(`[data-${name}]`).hidden = true;
      next.querySelector("h2").focus();
    } else if (outcome) {
      one(`[data-${outcome === "sent" ? "all-done" : "no-connection"}]`).hidden = false;
    }
  }

  addEventListener("online", flushLate);
  flushLate();
}
