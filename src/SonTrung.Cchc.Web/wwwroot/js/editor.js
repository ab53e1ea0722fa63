// The report's lines are saved while they are typed. What is not saved yet also stands in this browser, so that an
// expired session, a restart or a second tab loses nothing. Acts on lines are the page's own forms, sent without leaving it.
const editor = document.getElementById("soan");
const statusLine = document.getElementById("da-luu");
const words = editor.dataset;
const prefix = `cchc:${words.user}:${words.report}:`;
const pause = 1000;
const timers = new Map();
const running = new Map();
const news = "BroadcastChannel" in window ? new BroadcastChannel(prefix) : null;

document.documentElement.classList.add("has-script");

const lineOf = (node) => node.closest?.("[data-line]");
const field = (line, name) => line.querySelector(`[name="Form.${name}"]`);
const values = (line) => ({ text: field(line, "Text").value, endMark: field(line, "EndMark")?.value ?? "", version: field(line, "Version").value });

function say(text, failed = false) {
  statusLine.textContent = text;
  statusLine.classList.toggle("editor-status-bad", failed);
}

// Storage that is full or switched off takes nothing: the line is saved all the same.
function keep(line) {
  try {
    localStorage.setItem(prefix + line.dataset.line, JSON.stringify(values(line)));
  } catch {
    // What was kept before stays.
  }
}

function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing is kept there.
  }
}

function keptKeys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function setVersion(line, version) {
  line.querySelectorAll('[name="Form.Version"],[name="version"]').forEach((input) => (input.value = version));
}

function changed(line) {
  keep(line);
  line.dataset.dirty = "yes";
  clearTimeout(timers.get(line.dataset.line));
  timers.set(line.dataset.line, setTimeout(() => save(line), pause));
}

/** Saves a line; one save of a line at a time, the newest text last. */
async function save(line) {
  const id = line.dataset.line;
  clearTimeout(timers.get(id));
  if (running.has(id)) {
    await running.get(id);
  }
  if (line.dataset.dirty !== "yes" || line.querySelector(".line-conflict")) {
    return;
  }
  const work = send(line);
  running.set(id, work);
  try {
    await work;
  } finally {
    running.delete(id);
  }
}

async function send(line) {
  const sent = values(line);
  say(words.saving);
  let answer;
  try {
    answer = await fetch(line.querySelector("form").action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new FormData(line.querySelector("form")),
    });
  } catch {
    return retry(line);
  }
  if (!answer.headers.get("content-type")?.includes("json")) {
    // A sign-in page instead of an answer, or a form that the renewed session does not know.
    return answer.status >= 500 ? retry(line) : expired(line);
  }
  const stored = await answer.json();
  if (answer.ok) {
    return saved(line, sent, stored);
  }
  if (stored.text === sent.text && stored.endMark === sent.endMark) {
    // The page before this one got it through as it was left.
    return saved(line, sent, { ...stored, at: new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" }) });
  }
  return stored.version ? conflict(line, stored) : say(stored.message, true);
}

function saved(line, sent, stored) {
  setVersion(line, stored.version);
  const now = values(line);
  if (now.text === sent.text && now.endMark === sent.endMark) {
    delete line.dataset.dirty;
    forget(prefix + line.dataset.line);
  } else {
    changed(line);
  }
  for (const shown of line.querySelectorAll("[data-when-edited]")) {
    shown.hidden = false;
  }
  say(words.saved.replace("{0}", stored.at));
  editor.dispatchEvent(new CustomEvent("cchc:saved"));
  news?.postMessage({ line: line.dataset.line, text: sent.text, endMark: sent.endMark, version: stored.version });
}

function retry(line) {
  say(words.failed, true);
  timers.set(line.dataset.line, setTimeout(() => save(line), 5000));
}

function expired(line) {
  say(words.expired + " ", true);
  const link = document.createElement("a");
  link.href = "/dang-nhap";
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = words.signIn;
  statusLine.append(link);
  timers.set(line.dataset.line, setTimeout(() => save(line), 5000));
}

/** Both texts stand there until somebody chooses. */
function conflict(line, theirs) {
  say(words.conflict, true);
  line.querySelector(".line-conflict")?.remove();
  const box = document.createElement("div");
  box.className = "callout line-conflict";
  const text = document.createElement("p");
  text.textContent = `${words.conflict} “${theirs.text}”`;
  const mine = document.createElement("button");
  const take = document.createElement("button");
  for (const [button, label] of [[mine, words.mine], [take, words.theirs]]) {
    button.type = "button";
    button.className = "btn";
    button.textContent = label;
  }
  mine.addEventListener("click", () => {
    box.remove();
    setVersion(line, theirs.version);
    changed(line);
    save(line);
    field(line, "Text").focus();
  });
  take.addEventListener("click", () => {
    box.remove();
    setVersion(line, theirs.version);
    field(line, "Text").value = theirs.text;
    if (field(line, "EndMark")) {
      field(line, "EndMark").value = theirs.endMark;
    }
    delete line.dataset.dirty;
    forget(prefix + line.dataset.line);
    grow(field(line, "Text"));
    field(line, "Text").focus();
  });
  const acts = document.createElement("div");
  acts.className = "actions";
  acts.append(mine, take);
  box.append(text, acts);
  line.querySelector("form").append(box);
}

function grow(area) {
  if (!CSS.supports("field-sizing", "content")) {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  }
}

/** What an earlier visit could not save is put back: into its line, beside a newer text, or above the page. */
function restore() {
  for (const key of keptKeys()) {
    const draft = kept(key);
    if (typeof draft?.text !== "string") {
      forget(key);
      continue;
    }
    const line = document.getElementById(`dong-${key.slice(prefix.length)}`);
    if (!line || !field(line, "Text")) {
      rescue(key, draft);
      continue;
    }
    const stored = values(line);
    if (stored.text === draft.text && stored.endMark === draft.endMark) {
      forget(key);
      continue;
    }
    field(line, "Text").value = draft.text;
    if (field(line, "EndMark")) {
      field(line, "EndMark").value = draft.endMark;
    }
    if (stored.version === draft.version) {
      changed(line);
    } else {
      line.dataset.dirty = "yes";
      conflict(line, stored);
    }
  }
}

/** The text of a line that is gone stays, over reloads too, until its writer lets it go. */
function rescue(key, draft) {
  if ([...document.querySelectorAll("[data-rescued-line]")].some((box) => box.dataset.rescuedLine === key)) {
    return;
  }
  const box = document.createElement("div");
  box.className = "callout";
  box.dataset.rescuedLine = key;
  const text = document.createElement("p");
  text.textContent = `${words.rescued}: “${draft.text}”`;
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "btn";
  drop.textContent = document.body.dataset.textDraftDrop;
  drop.addEventListener("click", () => {
    forget(key);
    box.remove();
  });
  box.append(text, drop);
  editor.before(box);
}

/** Carries out an act on lines by the page's own form and shows the page that comes back. */
async function act(form, url, extra) {
  await Promise.all([...document.querySelectorAll("[data-line][data-dirty]")].map(save));
  const body = new FormData(form);
  for (const [name, value] of Object.entries(extra ?? {})) {
    body.set(name, value);
  }
  let answer;
  try {
    answer = await fetch(url, { method: "POST", body });
  } catch {
    say(words.failed, true);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const lines = page.getElementById("cac-dong");
  if (!lines) {
    if (answer.redirected) {
      expired(lineOf(form));
    } else {
      location.reload();
    }
    return;
  }
  const scroll = scrollY;
  const before = new Set([...document.querySelectorAll("[data-line]")].map((row) => row.id));
  document.getElementById("cac-dong").replaceWith(lines);
  document.querySelector(".editor-outline ol").replaceWith(page.querySelector(".editor-outline ol"));
  const comments = page.querySelector(".editor-comments");
  if (comments) {
    document.querySelector(".editor-comments")?.replaceWith(comments);
  }
  say(page.querySelector(".notice")?.textContent.trim() || words.saved);
  restore();
  document.querySelectorAll("textarea.line-text").forEach(grow);

// Whoever comes to a line comes to write in it.
if (/^#dong-\d+$/.test(location.hash)) {
  document.querySelector(`${location.hash} textarea.line-text`)?.focus();
}
  scrollTo(0, scroll);
  const line = [...lines.children].find((row) => !before.has(row.id)) ?? document.getElementById(`dong-${form.action.split("/").at(-1)}`);
  (line?.querySelector("textarea, button") ?? line)?.focus();
}

editor.addEventListener("input", (event) => {
  const line = lineOf(event.target);
  if (line && event.target.name?.startsWith("Form.")) {
    grow(event.target);
    changed(line);
  }
});

editor.addEventListener("focusout", (event) => {
  const line = lineOf(event.target);
  if (line?.dataset.dirty) {
    save(line);
  }
});

editor.addEventListener("submit", async (event) => {
  const line = lineOf(event.target);
  if (!line) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  const button = event.submitter;
  if (button?.hasAttribute("formaction")) {
    // The question of site.js.
    if (!button.dataset.confirm || await confirmed(button)) {
      act(button.form, button.formAction);
    } else {
      button.focus();
    }
  } else {
    save(line);
  }
});

// The keys of Word's outline: Alt+Shift and the arrows.
const keys = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" };
editor.addEventListener("keydown", (event) => {
  const line = lineOf(event.target);
  const name = event.altKey && event.shiftKey ? keys[event.key] : event.ctrlKey && event.key === "Enter" ? "add" : undefined;
  const button = name && line?.querySelector(`[data-act="${name}"]`);
  if (button) {
    event.preventDefault();
    if (button.disabled) {
      say(words.stays);
    } else {
      act(button.form, button.formAction);
    }
  } else if (event.key === "Enter" && event.target.matches("textarea")) {
    // A line is one paragraph.
    event.preventDefault();
  } else if (event.key === "Escape") {
    const menu = event.target.closest("details[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
});

// What stands behind the line that has the cursor.
const evidence = document.querySelector(".editor-evidence");
let evidenceOf = null;
editor.addEventListener("focusin", async (event) => {
  const id = event.target.matches("textarea.line-text") ? lineOf(event.target).dataset.line : null;
  if (!id || id === evidenceOf || !evidence?.checkVisibility()) {
    return;
  }
  evidenceOf = id;
  const answer = await fetch(evidence.dataset.evidence + id).catch(() => null);
  if (answer?.ok && !answer.redirected && evidenceOf === id) {
    evidence.querySelector("[data-evidence-panel]").innerHTML = await answer.text();
  }
});

// One menu at a time.
editor.addEventListener("toggle", (event) => {
  if (event.target.open) {
    editor.querySelectorAll(".line-menu[open]").forEach((menu) => (menu.open = menu === event.target));
  }
}, true);

// A line goes before or behind the line it is dropped on, by the half that it is dropped on.
let dragged = null;
const unmark = () => document.querySelector(".line-drop")?.classList.remove("line-drop", "line-drop-above");

function isUpperHalf(line, event) {
  const box = line.getBoundingClientRect();
  return event.clientY < box.top + box.height / 2;
}

function lineAbove(line) {
  const above = line.previousElementSibling;
  return above?.dataset.element === line.dataset.element ? above.dataset.line : "";
}

editor.addEventListener("dragstart", (event) => {
  dragged = lineOf(event.target);
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.line);
});

editor.addEventListener("dragover", (event) => {
  const line = lineOf(event.target);
  unmark();
  if (dragged && line && line !== dragged && line.dataset.element === dragged.dataset.element) {
    event.preventDefault();
    line.classList.add("line-drop");
    line.classList.toggle("line-drop-above", isUpperHalf(line, event));
  }
});

editor.addEventListener("drop", (event) => {
  const line = lineOf(event.target);
  if (dragged && line) {
    event.preventDefault();
    const form = dragged.querySelector("form");
    act(form, `${form.action}/dat`, { sau: isUpperHalf(line, event) ? lineAbove(line) : line.dataset.line });
  }
});

editor.addEventListener("dragend", () => {
  unmark();
  dragged = null;
});

// Another tab saved a line: an untouched copy here follows.
news?.addEventListener("message", ({ data }) => {
  const line = document.getElementById(`dong-${data.line}`);
  if (line && field(line, "Text") && !line.dataset.dirty) {
    field(line, "Text").value = data.text;
    if (field(line, "EndMark")) {
      field(line, "EndMark").value = data.endMark;
    }
    setVersion(line, data.version);
    grow(field(line, "Text"));
  }
});

addEventListener("online", () => document.querySelectorAll("[data-line][data-dirty]").forEach(save));
addEventListener("pagehide", () => document.querySelectorAll("[data-line][data-dirty]").forEach(save));

restore();
document.querySelectorAll("textarea.line-text").forEach(grow);
