"use strict";

// Alt with an arrow moves the row that has the cursor; the row that was moved gets it back.
document.addEventListener("keydown", (event) => {
  const move = event.altKey && { ArrowUp: "up", ArrowDown: "down" }[event.key];
  const button = move && event.target.closest("[data-reorder]")?.querySelector(`[data-move="${move}"]:not(:disabled)`);
  if (button) {
    event.preventDefault();
    button.form.requestSubmit(button);
  }
});

if (location.hash.startsWith("#dong-")) {
  document.getElementById(location.hash.slice(1))?.focus();
}
