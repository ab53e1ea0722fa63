// What the checker finds stands beside the lines while they are written. The page asks again after each saved text; the list is the server's,
// a mending goes through the line's own field, so that saving, versions and the second tab work as for typed words.
const editor = document.getElementById("soan");
const panel = document.getElementById("ra-soat");
const count = document.getElementById("ra-soat-so");
const words = panel.dataset;
const pause = 400;
const patience = 5000;
let timer;
let asked = 0;
let undo = null;

const lineOf = (id) => document.getElementById(`dong-${id}`);
const field = (line, name) => line.querySelector(`[name="Form.${name}"]`);

function later(wait = pause) {
  clearTimeout(timer);
  timer = setTimeout(ask, wait);
}

/** One question at a time counts: an answer to an older text is dropped. */
async function ask() {
  const mine = ++asked;
  let answer;
  try {
    answer = await fetch(words.url, { headers: { "X-Requested-With": "fetch" } });
  } catch {
    count.textContent = words.failed;
    return later(patience);
  }
  if (mine !== asked || !answer.ok) {
    return;
  }
  const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("ra-soat-ket-qua");
  if (found) {
    show(found);
  }
}

function show(found) {
  const focus = document.activeElement?.closest?.(".line-findings")?.dataset.for;
  editor.querySelectorAll(".line-findings").forEach((list) => list.remove());
  panel.querySelector(".finding-links").replaceWith(found.querySelector(".finding-links"));
  found.querySelectorAll(".line-findings").forEach((list) => lineOf(list.dataset.for)?.append(list));
  if (count.textContent !== found.dataset.count) {
    count.textContent = found.dataset.count;
  }
  if (focus) {
    field(lineOf(focus), "Text")?.focus();
  }
}

/** Marks the words in the line's field. */
function select(line, start, length) {
  const area = field(line, "Text");
  if (!area) {
    return;
  }
  line.scrollIntoView({ block: "center" });
  area.focus();
  const end = length === 0 ? area.value.length : Math.min(start + length, area.value.length);
  area.setSelectionRange(Math.min(start, area.value.length), end);
}

/** The printed sentence is the field's text and its end mark. */
function mend(line, { start, was, by }) {
  const [text, end] = [field(line, "Text"), field(line, "EndMark")];
  const printed = text.value + (end ? end.value || end.placeholder : "");
  const from = Number(start);
  if (printed.slice(from, from + was.length) !== was) {
    return false;
  }
  undo = { line: line.dataset.line, text: text.value, endMark: end?.value ?? "" };
  if (from + was.length <= text.value.length) {
    text.value = text.value.slice(0, from) + by + text.value.slice(from + was.length);
  } else {
    const mended = text.value.slice(0, from) + by;
    const mark = mended.match(/[.;:,!?…]*$/)[0];
    text.value = mended.slice(0, mended.length - mark.length);
    end.value = mark;
  }
  text.dispatchEvent(new Event("input", { bubbles: true }));
  offerUndo();
  text.focus();
  return true;
}

function offerUndo() {
  panel.querySelector(".finding-undo")?.remove();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn finding-undo";
  button.textContent = words.undo;
  count.after(button);
}

function takeBack() {
  const line = undo && lineOf(undo.line);
  if (line && field(line, "Text")) {
    field(line, "Text").value = undo.text;
    if (field(line, "EndMark")) {
      field(line, "EndMark").value = undo.endMark;
    }
    field(line, "Text").dispatchEvent(new Event("input", { bubbles: true }));
    field(line, "Text").focus();
  }
  undo = null;
  panel.querySelector(".finding-undo")?.remove();
}

// Before the editor's own handler, which would send the form.
editor.addEventListener("submit", (event) => {
  if (event.target.matches(".finding-fix")) {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!mend(event.target.closest("[data-line]"), event.target.dataset)) {
      ask();
    }
  }
}, true);

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-finding-line]");
  const shown = event.target.closest(".finding-show");
  if (link) {
    event.preventDefault();
    select(lineOf(link.dataset.findingLine), Number(link.dataset.start), Number(link.dataset.length));
  } else if (shown) {
    select(shown.closest("[data-line]"), Number(shown.dataset.start), Number(shown.dataset.length));
  } else if (event.target.closest(".finding-undo")) {
    takeBack();
  }
});

editor.addEventListener("cchc:saved", () => later());
// An act on lines replaces the list of lines.
new MutationObserver(() => later()).observe(editor, { childList: true });
ask();
