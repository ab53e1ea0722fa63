// The signing program of a computer with a USB token (VGCA Sign Service) listens on that computer alone. It is told where the file lies, fetches it, asks
// for the PIN, signs and brings the file back to the portal; the portal alone says whether it is signed. Without script, or without the program, the file
// goes there and back by hand, further down the page.
const box = document.querySelector("[data-signing-plugin]");
const words = box.dataset;
const form = box.querySelector("form");
const start = box.querySelector("[data-plugin-start]");
const stop = box.querySelector("[data-plugin-stop]");
const bar = box.querySelector("progress");
const said = box.querySelector("[role=status]");
const other = box.querySelector("[data-plugin-other]");
const probe = 3000;
const patience = 15 * 60 * 1000;
let stopped;

const fill = (text, ...values) => values.reduce((all, value, place) => all.replace(`{${place}}`, () => value), text);

/** A connection to the program; null when nothing answers in time. */
function connect() {
  return new Promise((resolve) => {
    let socket;
    try {
      socket = new WebSocket(words.socket);
    } catch {
      return resolve(null);
    }
    const timer = setTimeout(() => {
      socket.close();
      resolve(null);
    }, probe);
    const settle = (result) => {
      clearTimeout(timer);
      resolve(result);
    };
    socket.addEventListener("open", () => settle(socket));
    socket.addEventListener("error", () => settle(null));
  });
}

/** What the program answers; null when it goes away, is given up, or takes longer than the portal waits. */
function ask(socket, parameters) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(null), patience);
    const settle = (result) => {
      clearTimeout(timer);
      socket.close();
      resolve(result);
    };
    socket.addEventListener("message", (event) => settle(event.data));
    socket.addEventListener("close", () => settle(null));
    stopped.signal.addEventListener("abort", () => settle(null));
    socket.send(JSON.stringify(parameters));
  });
}

/** Asks the portal; null when it can't be reached or the session is over. */
async function post(address, attempt) {
  const body = new FormData(form);
  if (attempt) {
    body.set("Attempt", attempt);
  }
  try {
    const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" } });
    return await answer.json();
  } catch {
    return null;
  }
}

/** What the program said, in the page's words. */
function told(raw) {
  if (raw === null) {
    return stopped.signal.aborted ? words.textStopped : words.textGone;
  }
  let answer;
  try {
    answer = JSON.parse(raw);
  } catch {
    return words.textGone;
  }
  if (Number(answer.Status) === 0) {
    return words.textNothing;
  }
  return answer.Message ? fill(words.textRefused, answer.Message, answer.Status) : fill(words.textSilent, answer.Status);
}

function say(text, working) {
  said.textContent = text;
  said.classList.toggle("plugin-problem", !working);
  bar.hidden = !working;
  stop.hidden = !working;
  start.disabled = working;
  other.hidden = working;
}

function end(text) {
  say(text, false);
  start.focus();
}

async function sign() {
  stopped = new AbortController();
  say(words.textLooking, true);
  const socket = await connect();
  if (!socket || stopped.signal.aborted) {
    socket?.close();
    return end(stopped.signal.aborted ? words.textStopped : words.textMissing);
  }
  const errand = await post(form.action);
  if (!errand?.parameters) {
    socket.close();
    return end(errand?.message ?? words.textFailed);
  }
  say(words.textWaiting, true);
  const parameters = { ...errand.parameters };
  for (const name of ["FileName", "FileUploadHandler"]) {
    parameters[name] = new URL(parameters[name], location.href).href;
  }
  const raw = await ask(socket, parameters);
  stop.hidden = true;
  const result = await post(words.result, errand.attempt);
  if (result?.url) {
    return location.assign(result.url);
  }
  end(result ? result.message ?? told(raw) : words.textFailed);
}

// A phone has no such program and no socket for a token.
if (!matchMedia("(hover: none) and (pointer: coarse)").matches) {
  box.hidden = false;
  // One press is the nearest way; the upload remains below.
  const upload = document.querySelector("[data-plugin-yields].btn-primary");
  if (upload) {
    upload.classList.remove("btn-primary");
    start.classList.add("btn-primary");
  }
  start.addEventListener("click", sign);
  stop.addEventListener("click", () => stopped.abort());
}
