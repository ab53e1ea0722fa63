"use strict";

// A page that was opened to be printed asks for the printer by itself, once: not again when one comes back to it.
addEventListener("load", () => {
  if (performance.getEntriesByType("navigation")[0]?.type === "navigate") {
    print();
  }
});
