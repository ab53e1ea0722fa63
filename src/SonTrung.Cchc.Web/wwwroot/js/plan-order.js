"use strict";

// Alt + arrow moves the line in which the cursor stands, as its buttons do.
document.addEventListener("keydown", (event) => {
  const way = event.altKey && { ArrowUp: "up", ArrowDown: "down" }[event.key];
  const button = way && event.target.closest(".line")?.querySelector(`[data-move="${way}"]`);
  if (button) {
    event.preventDefault();
    sessionStorage.setItem("plan-move", way);
    button.form.requestSubmit(button);
  }
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move]");
  if (button) {
    sessionStorage.setItem("plan-move", button.dataset.move);
  }
});

// After a move the cursor is where it was: on the same button of the same line, or on the other at the list's end.
// Not before the browser has gone to the line itself, which takes the cursor away.
addEventListener("load", () => {
  const moved = document.getElementById(location.hash.slice(1));
  const way = sessionStorage.getItem("plan-move");
  (moved && (moved.querySelector(`[data-move="${way}"]`) || moved.querySelector("[data-move]")))?.focus();
});
