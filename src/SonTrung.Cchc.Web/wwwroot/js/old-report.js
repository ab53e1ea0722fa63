// An old report beside its blocks: a block shows its lines and a line its block; what is corrected is kept while it is typed.
const blocks = document.getElementById("cac-khoi");
const source = document.getElementById("van-ban-nguon");
const pause = 1500;

const linesOf = (block) => [...source.children].filter((line) => {
  const at = Number(line.dataset.line);
  return at >= Number(block.dataset.first) && at <= Number(block.dataset.last);
});

function show(block) {
  document.querySelectorAll(".old-shown").forEach((shown) => shown.classList.remove("old-shown"));
  const lines = linesOf(block);
  block.classList.add("old-shown");
  lines.forEach((line) => line.classList.add("old-shown"));
  if (lines.length > 0) {
    // Only the list moves, never the page under the person's hands.
    source.scrollTop += lines[0].getBoundingClientRect().top - source.getBoundingClientRect().top - source.clientHeight / 4;
  }
}

blocks.addEventListener("focusin", (event) => {
  const block = event.target.closest(".old-block");
  if (block) {
    show(block);
  }
});
blocks.addEventListener("click", (event) => {
  const link = event.target.closest(".old-lines-link");
  const block = event.target.closest(".old-block");
  if (block) {
    show(block);
  }
  if (link) {
    event.preventDefault();
    linesOf(block)[0]?.querySelector("a, span")?.focus();
  }
});
source.addEventListener("click", (event) => {
  const number = event.target.closest("li")?.querySelector("a.old-number");
  const block = number && document.querySelector(number.getAttribute("href"));
  if (block) {
    event.preventDefault();
    show(block);
    block.scrollIntoView({ block: "nearest" });
    block.querySelector("textarea, a")?.focus({ preventScroll: true });
  }
});

if (blocks instanceof HTMLFormElement) {
  const words = blocks.dataset;
  const status = blocks.querySelector(".old-saved");
  let timer;
  let working = false;
  let isDirty = false;

  const say = (text, failed = false) => {
    status.textContent = text;
    status.classList.toggle("old-not-saved", failed);
  };
  const needsPage = () => [...blocks.querySelectorAll("textarea")].some((area) => area.value.trim() === "" || area.value.trim().includes("\n"));

  async function save() {
    clearTimeout(timer);
    if (working) {
      return later();
    }
    if (needsPage()) {
      return say(words.splitFirst);
    }
    working = true;
    isDirty = false;
    say(words.saving);
    try {
      const answer = await fetch(blocks.getAttribute("action"), { method: "POST", headers: { Accept: "application/json" }, body: new FormData(blocks) });
      const told = answer.headers.get("content-type")?.includes("json") ? await answer.json() : null;
      if (answer.ok && told) {
        blocks.querySelector("[name=Version]").value = told.version;
        blocks.querySelector(".old-progress").textContent = told.progress;
        say(told.message);
      } else {
        isDirty = true;
        say(told?.message ?? words.notSaved, true);
      }
    } catch {
      isDirty = true;
      say(words.notSaved, true);
      later(5000);
    } finally {
      working = false;
    }
  }

  function later(after = pause) {
    clearTimeout(timer);
    timer = setTimeout(save, after);
  }

  blocks.addEventListener("input", () => {
    isDirty = true;
    later();
  });
  blocks.addEventListener("change", () => {
    isDirty = true;
    later(300);
  });
  blocks.addEventListener("submit", () => {
    clearTimeout(timer);
    isDirty = false;
  });
  addEventListener("beforeunload", (event) => {
    if (isDirty) {
      event.preventDefault();
    }
  });
  // Choosing a part is the same as having looked at the block.
  blocks.addEventListener("change", (event) => {
    if (event.target.matches("select")) {
      event.target.closest(".old-block").querySelector("[type=checkbox]").checked = true;
    }
  });
}
