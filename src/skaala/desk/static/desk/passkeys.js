/*
 * Passkeys: a form with data-passkey asks the server what to ask, asks the browser, puts its answer into the form and sends it. Where a browser
 * has no passkeys, or no script runs, these forms stay hidden, and the other ways to sign in work.
 */
"use strict";

if (window.PublicKeyCredential && navigator.credentials) {
  for (const form of document.querySelectorAll("form[data-passkey]")) offerPasskeys(form);
}

function offerPasskeys(form) {
  const problem = form.querySelector("[data-passkey-problem]");
  form.hidden = false;
  document.querySelector("[data-no-passkeys]")?.remove();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "yes";
    problem.hidden = true;
    try {
      const answer = await fetch(form.dataset.options, { headers: { Accept: "application/json" } });
      // Asked to show again who one is: the page itself leads there.
      if (answer.redirected) return location.reload();
      if (!answer.ok) throw new Error(String(answer.status));
      form.elements.answer.value = JSON.stringify(await ask(form.dataset.passkey, (await answer.json()).publicKey));
      form.submit();
    } catch (error) {
      const known = error.name === "InvalidStateError" && problem.dataset.known;
      problem.textContent = known || problem.dataset.text;
      problem.hidden = false;
    } finally {
      delete form.dataset.busy;
    }
  });
}

async function ask(way, options) {
  options.challenge = toBytes(options.challenge);
  if (options.user) options.user.id = toBytes(options.user.id);
  for (const one of options.excludeCredentials ?? []) one.id = toBytes(one.id);
  const key = await navigator.credentials[way]({ publicKey: options });
  const response = { clientDataJSON: toText(key.response.clientDataJSON) };
  if (way === "create") {
    response.attestationObject = toText(key.response.attestationObject);
  } else {
    response.authenticatorData = toText(key.response.authenticatorData);
    response.signature = toText(key.response.signature);
    if (key.response.userHandle) response.userHandle = toText(key.response.userHandle);
  }
  return { id: key.id, rawId: toText(key.rawId), type: key.type, response, clientExtensionResults: {} };
}

function toBytes(text) {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}

function toText(bytes) {
  const letters = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
