// A click on a sentence shows what stands behind it beside the paper, without a new page. Without script the links do the same.
const desk = document.querySelector("[data-evidence]");
const panel = document.querySelector("[data-evidence-panel]");

function choose(id) {
  desk.querySelector(".doc-chosen")?.classList.remove("doc-chosen");
  document.getElementById(`doc-${id}`)?.classList.add("doc-chosen");
}

async function show(link) {
  const id = new URL(link.href).searchParams.get("dong");
  const answer = await fetch(desk.dataset.evidence + id);
  if (!answer.ok || answer.redirected) {
    location.assign(link.href);
    return;
  }
  panel.innerHTML = await answer.text();
  choose(id);
  history.replaceState(null, "", link.href);
  const aside = panel.closest("aside");
  if (getComputedStyle(aside).position !== "sticky") {
    aside.focus();
    aside.scrollIntoView({ block: "start" });
  }
}

desk.addEventListener("click", (event) => {
  const link = event.target.closest("a.doc-link");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    show(link);
  }
});

if (desk.dataset.chosen) {
  choose(desk.dataset.chosen);
}
