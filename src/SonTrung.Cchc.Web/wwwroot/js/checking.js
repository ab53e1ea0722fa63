// The paper under the checker: one click puts a proposal into it, and the text can be taken along. Nothing leaves this page.
const result = document.getElementById("ket-qua");
const paper = document.getElementById("trang-giay");

document.documentElement.classList.add("has-script");

const marksOf = (number) => [...paper.querySelectorAll("mark")].filter((mark) => mark.dataset.findings.split(" ").includes(number));

/** Takes a finding off the list; what shared its words has to be checked again. */
function settle(number) {
  result.querySelector(`[data-finding="${number}"]`)?.remove();
}

function mend(button) {
  const number = button.dataset.mend;
  const marks = marksOf(number);
  if (marks.length === 0) {
    return settle(number);
  }
  const shared = new Set(marks.flatMap((mark) => mark.dataset.findings.split(" ")));
  const put = document.createElement("ins");
  put.className = "check-mended";
  put.textContent = button.dataset.by;
  put.tabIndex = -1;
  marks[0].before(put);
  marks.forEach((mark) => mark.remove());
  shared.forEach((other) => {
    settle(other);
    marksOf(other).forEach((mark) => mark.replaceWith(...mark.childNodes));
  });
  return put;
}

function count() {
  document.getElementById("phat-hien").textContent = result.dataset.found.replace("{0}", result.querySelectorAll("[data-finding]").length);
}

/** The paper as text, a paragraph a line. */
function text() {
  return [...paper.querySelectorAll("[data-block], [data-caption]")].map((row) => row.hasAttribute("data-caption")
    ? row.textContent.trim()
    : `${row.dataset.label ? `${row.dataset.label} ` : ""}${row.querySelector("[data-text]").textContent}`).join("\n") + "\n";
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(text());
  } catch {
    // A plain address of the local network has no clipboard: the old way.
    const area = document.createElement("textarea");
    area.value = text();
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  const before = button.textContent;
  button.textContent = result.dataset.copied;
  setTimeout(() => (button.textContent = before), 2000);
}

function download(name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\uFEFF", text()], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

result?.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.mend) {
    const put = mend(button);
    count();
    put?.focus();
    put?.scrollIntoView({ block: "center" });
  } else if (button?.hasAttribute("data-mend-all")) {
    let next;
    while ((next = result.querySelector("[data-mend]"))) {
      mend(next);
    }
    button.remove();
    count();
    document.getElementById("phat-hien").focus();
  } else if (button?.hasAttribute("data-copy-paper")) {
    copy(button);
  } else if (button?.dataset.downloadPaper) {
    download(button.dataset.downloadPaper);
  }
});

// Once something is mended, the next check is of the paper as it stands.
document.querySelector(".check-form").addEventListener("submit", () => {
  const area = document.getElementById("Text");
  if (paper?.querySelector(".check-mended") && document.getElementById("File").files.length === 0) {
    area.value = text();
  }
});
