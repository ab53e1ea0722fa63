"use strict";

// What is typed into a form marked with data-draft also stands in this browser, under the person's key, until the portal has
// saved it: a power cut, an expired session or "back" loses no word. Only what was changed is kept, and put back into the same
// form when it is opened again. Signing out asks first and then forgets it.
(() => {
  const { user, draftSaved, textDraft, textDraftFiles, textDraftDrop, textDraftLeave } = document.body.dataset;
  if (!user) {
    return;
  }
  const own = `cchc:${user}:`;
  const prefix = `${own}nhap:`;
  const longest = 30 * 24 * 3600 * 1000;
  const flushes = [];
  const skipped = ["hidden", "password", "file", "submit", "button"];

  // Storage may be full or switched off: every form works without it.
  function keys(start) {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(start));
    } catch {
      return [];
    }
  }

  function forget(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing is kept there.
    }
  }

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function fieldsOf(form) {
    const fields = new Map();
    for (const field of form.elements) {
      if (field.name && !skipped.includes(field.type)) {
        fields.set(field.name, [...(fields.get(field.name) ?? []), field]);
      }
    }
    return fields;
  }

  const isChoice = (field) => field.type === "checkbox" || field.type === "radio";
  const valuesOf = (fields) => fields.filter((field) => !isChoice(field) || field.checked).map((field) => field.value);

  function write(fields, values) {
    fields.forEach((field, i) => {
      if (isChoice(field)) {
        field.checked = values.includes(field.value);
      } else if (field.tagName !== "SELECT" || [...field.options].some((option) => option.value === values[i])) {
        field.value = values[i] ?? "";
      }
    });
  }

  function unfold(field) {
    for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
  }

  function clock(at) {
    const day = new Date(at);
    const time = day.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
    return day.toDateString() === new Date().toDateString() ? time : `${time} ${day.toLocaleDateString("vi-VN")}`;
  }

  function start(form) {
    const key = prefix + form.getAttribute("action");
    // A form that came back shows what was typed: all of it is unsaved, unless the browser's history shows it once more.
    const cameBack = document.querySelector("[data-focus]") !== null;
    const isNew = performance.getEntriesByType("navigation")[0]?.type === "navigate";
    const atFirst = new Map([...fieldsOf(form)].map(([name, fields]) => [name, JSON.stringify(valuesOf(fields))]));
    const mark = Object.assign(document.createElement("input"), { type: "hidden", name: "draft", value: form.getAttribute("action") });
    form.append(mark);
    let timer;
    let touched = false;

    function save() {
      clearTimeout(timer);
      touched = false;
      const changed = {};
      for (const [name, fields] of fieldsOf(form)) {
        const values = valuesOf(fields);
        if (cameBack ? values.some((value) => value !== "") : JSON.stringify(values) !== atFirst.get(name)) {
          changed[name] = values;
        }
      }
      const files = form.querySelectorAll("[name$='.AttachmentIds'][type=hidden]").length;
      try {
        if (Object.keys(changed).length > 0) {
          localStorage.setItem(key, JSON.stringify({ at: Date.now(), changed, files }));
        } else {
          forget(key);
        }
      } catch {
        // What was kept before stays.
      }
    }

    function tell(draft) {
      const box = Object.assign(document.createElement("div"), { className: "notice notice-warning draft-notice" });
      box.setAttribute("role", "status");
      const text = document.createElement("p");
      text.textContent = textDraft.replace("{0}", clock(draft.at)) + (draft.files > 0 ? ` ${textDraftFiles}` : "");
      const drop = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: textDraftDrop });
      drop.addEventListener("click", () => {
        form.reset();
        box.remove();
        save();
        form.dispatchEvent(new Event("restored"));
        [...form.elements].find((field) => field.name && !skipped.includes(field.type))?.focus();
      });
      box.append(text, drop);
      form.before(box);
    }

    function restore() {
      const draft = read(key);
      const fields = fieldsOf(form);
      const names = Object.keys(draft?.changed ?? {}).filter((name) => fields.has(name));
      if (names.length === 0) {
        return;
      }
      for (const name of names) {
        write(fields.get(name), draft.changed[name]);
        fields.get(name).filter((field) => field.type !== "radio" || field.checked).forEach(unfold);
      }
      tell(draft);
      form.dispatchEvent(new Event("restored"));
    }

    if (!cameBack) {
      restore();
    } else if (isNew) {
      save();
    }
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(save, 300);
      touched = true;
    };
    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
    form.addEventListener("submit", save);
    flushes.push(() => touched && save());
  }

  for (const key of keys(prefix)) {
    if (key === prefix + draftSaved || !(Date.now() - read(key)?.at < longest)) {
      forget(key);
    }
  }

  // Before site.js asks and sends: what is not saved, lines of a report (editor.js) too, will be gone.
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!event.target.action.endsWith("/dang-xuat")) {
      return;
    }
    flushes.forEach((flush) => flush());
    if (keys(own).length > 0 && !button.dataset.confirmed) {
      button.dataset.confirm = textDraftLeave;
    } else {
      delete button.dataset.confirm;
      flushes.length = 0;
      keys(own).forEach(forget);
    }
  }, true);

  document.querySelectorAll("form[data-draft]").forEach(start);
  addEventListener("pagehide", () => flushes.forEach((flush) => flush()));
})();
