"use strict";

// Text pasted into a field is looked at by the portal: letters of old fonts, torn words and lines broken by a page are mended, and the
// field says what stood there before, with a way back. Sound text is never touched. A field marked with data-as-pasted is left alone.
(() => {
  const shortest = 4;
  const token = () => document.querySelector("input[name=__RequestVerificationToken]")?.value;

  function isText(field) {
    return field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && ["text", "search"].includes(field.type));
  }

  function note(field, message, undo) {
    if (field.nextElementSibling?.classList.contains("healed-note")) {
      field.nextElementSibling.remove();
    }
    const box = document.createElement("p");
    box.className = "healed-note";
    box.setAttribute("role", "status");
    const text = document.createElement("span");
    text.textContent = message;
    box.append(text);
    if (undo) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-quiet";
      button.textContent = document.body.dataset.textHealUndo;
      button.addEventListener("click", () => {
        undo();
        field.focus();
        note(field, document.body.dataset.textHealUndone);
      });
      box.append(" ", button);
    }
    field.after(box);
  }

  function put(field, value) {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  async function heal(field, pasted, start) {
    let answer;
    try {
      const sent = await fetch("/chuan-hoa", {
        method: "POST",
        headers: { Accept: "application/json", "X-CSRF-Token": token() },
        body: new URLSearchParams({ text: pasted }),
      });
      if (!sent.ok || !sent.headers.get("content-type")?.includes("json")) {
        return;
      }
      answer = await sent.json();
    } catch {
      return;
    }
    // Only what still stands where it was pasted; what is typed meanwhile stays.
    const stands = field.value.slice(start, start + pasted.length) === pasted;
    if (!answer.message || !stands) {
      return;
    }
    const mended = field instanceof HTMLTextAreaElement ? answer.text : answer.text.replace(/\n+/g, " ");
    const before = field.value;
    const after = before.slice(0, start) + mended + before.slice(start + pasted.length);
    put(field, after);
    note(field, answer.message, () => put(field, field.value === after ? before : field.value.replace(mended, () => pasted)));
  }

  document.addEventListener("paste", (event) => {
    const field = event.target;
    if (!isText(field) || field.readOnly || field.disabled || field.hasAttribute("data-as-pasted") || !token()) {
      return;
    }
    let pasted = (event.clipboardData?.getData("text/plain") ?? "").replace(/\r\n?/g, "\n");
    // Cells of a table stand between tabs: whoever takes them reads them as they are.
    if (pasted.length < shortest || pasted.includes("\t") || !/[^\x00-\x7f]|\n/.test(pasted)) {
      return;
    }
    const start = field.selectionStart ?? 0;
    setTimeout(() => {
      if (!(field instanceof HTMLTextAreaElement)) {
        pasted = field.value.slice(start, field.selectionStart ?? start);
      }
      heal(field, pasted, start);
    }, 0);
  });
})();
