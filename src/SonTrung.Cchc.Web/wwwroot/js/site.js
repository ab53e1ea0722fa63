"use strict";

// Errors of a form that came back are read out first.
document.querySelector("[data-focus]")?.focus();

// Links of the error summary put the cursor into the field, not only the page beside it.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".error-summary a");
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (field) {
    event.preventDefault();
    field.focus();
    field.closest(".field")?.scrollIntoView({ block: "nearest" });
  }
});

// A button with data-confirm asks before its form goes.
function confirmed(button) {
  const dialog = document.createElement("dialog");
  dialog.className = "confirm";
  const title = document.createElement("h2");
  title.id = "xac-nhan";
  title.textContent = button.dataset.confirmTitle || button.textContent.trim();
  const text = document.createElement("p");
  // "{name}" is what that field of the form says now; a list says the words chosen.
  text.textContent = button.dataset.confirm.replace(/\{([\w.]+)\}/g, (_, name) => {
    const field = button.form?.elements[name];
    return field?.selectedOptions?.[0]?.text || field?.value || "…";
  });
  const form = document.createElement("form");
  form.method = "dialog";
  form.className = "actions";
  for (const [value, label, kind] of [["yes", button.textContent.trim(), "btn btn-primary"], ["", document.body.dataset.textNo, "btn"]]) {
    const choice = document.createElement("button");
    choice.value = value;
    choice.textContent = label;
    choice.className = kind;
    form.append(choice);
  }
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(title, text, form);
  document.body.append(dialog);
  dialog.showModal();
  form.lastChild.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const button = event.submitter;
  if (form.method === "dialog") {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (button?.dataset.confirm && !button.dataset.confirmed) {
    event.preventDefault();
    if (await confirmed(button)) {
      button.dataset.confirmed = "yes";
      form.requestSubmit(button);
    } else {
      button.focus();
    }
    return;
  }
  // Sent once. Downloads leave the page standing, so the mark is lifted after a while.
  if (form.method === "post" && !form.hasAttribute("hx-post")) {
    form.dataset.sent = "yes";
    button?.setAttribute("aria-disabled", "true");
    setTimeout(() => release(form, button), 5000);
  }
});

function release(form, button) {
  delete form.dataset.sent;
  button?.removeAttribute("aria-disabled");
  delete button?.dataset.confirmed;
}

addEventListener("pageshow", (event) => {
  if (event.persisted) {
    document.querySelectorAll("form[data-sent]").forEach((form) => release(form, form.querySelector("[aria-disabled]")));
  }
});

// Dates are typed first; the button beside the field picks one.
function addPicker(field) {
  const picker = document.createElement("input");
  picker.type = "date";
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn date-button";
  button.textContent = document.body.dataset.textDate;
  button.addEventListener("click", () => {
    const [, day, month, year] = /^(\d{1,2})[/.-]?(\d{1,2})[/.-]?(\d{4})$/.exec(field.value.trim()) || [];
    picker.value = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : "";
    picker.showPicker();
  });
  picker.addEventListener("change", () => {
    if (picker.value) {
      field.value = picker.value.split("-").reverse().join("/");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    field.focus();
  });
  const frame = document.createElement("div");
  frame.className = "date-frame";
  field.before(frame);
  frame.append(field, button, picker);
}

if ("showPicker" in HTMLInputElement.prototype) {
  document.querySelectorAll("input[data-date]").forEach(addPicker);
}

// Who names the cause of a proposed row or changes its words wants the row.
document.addEventListener("change", (event) => {
  const box = event.target.closest(".pick select, .pick textarea")?.closest(".pick").querySelector("input[type=checkbox]");
  if (box && event.target.value) {
    box.checked = true;
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) {
    print();
  }
});
