// The field itself takes files that are dropped on it; this shows where, and sends the file at once.
const form = document.querySelector("[data-verify]");
const field = form?.querySelector("input[type=file]");

field?.addEventListener("dragover", () => field.classList.add("drop-zone-over"));
for (const name of ["dragleave", "drop"]) {
  field?.addEventListener(name, () => field.classList.remove("drop-zone-over"));
}

field?.addEventListener("change", () => {
  if (field.files.length > 0) {
    form.requestSubmit();
  }
});
