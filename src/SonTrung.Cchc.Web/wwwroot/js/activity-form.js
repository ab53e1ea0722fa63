"use strict";

// Without this file all figures can still be reached under "Thêm số liệu khác" and every choice is made by hand.
const form = document.querySelector("form.entry");
const planItem = form.querySelector("[name='Form.PlanItemId']");
const direct = form.querySelector("[data-measures=direct]");
const folded = form.querySelector("[data-measures=more]");
const measures = [...form.querySelectorAll(".measure")];
const proposal = form.querySelector("[data-proposal]");
// Chosen by the person, before or now; else the value that stood there before the channel proposed one.
let planItemChosen = form.dataset.planChosen === "yes";
let planItemBefore = "";

function channel() {
  return form.querySelector("[name='Form.ChannelId']:checked");
}

// Figures of the chosen channel and plan line stand in front; a figure that was typed stays in sight.
function arrange() {
  const chosen = channel()?.value;
  for (const measure of measures) {
    const fits = measure.dataset.channels.split(" ").includes(chosen)
      || (planItem.value && measure.dataset.planItems.split(" ").includes(planItem.value))
      || measure.querySelector("[inputmode]").value.trim() !== "";
    const home = fits ? direct : folded;
    if (measure.parentElement !== home) {
      home.append(measure);
    }
  }
}

// The rule of ReportPlaces in the core.
function tell() {
  const figures = measures.some((measure) => measure.querySelector("[inputmode]").value.trim() !== "");
  const highlighted = form.querySelector("[name='Form.IsHighlighted'][type=checkbox]").checked;
  const department = form.querySelector("[name='Form.DepartmentId']").value !== "";
  let place = "Nowhere";
  if ((figures && planItem.value) || (highlighted && department)) {
    place = "Shown";
  } else if (highlighted && !planItem.value) {
    place = "NoDepartment";
  } else if (planItem.value) {
    place = "NoFigures";
  } else if (figures) {
    place = "NoPlanItem";
  }
  form.querySelectorAll("[data-place]").forEach((line) => {
    line.hidden = line.dataset.place !== place;
  });
}

// A channel fills in the plan line that goes with it as long as nobody chose one, says so beside it and can be refused.
function propose(item) {
  if (planItemChosen || !item || item === planItem.value) {
    return;
  }
  planItemBefore = proposal.hidden ? planItem.value : planItemBefore;
  planItem.value = item;
  proposal.hidden = false;
}

function choosePlanItem() {
  planItemChosen = true;
  proposal.hidden = true;
  arrange();
  tell();
}

form.addEventListener("change", (event) => {
  if (event.target === planItem) {
    choosePlanItem();
  } else if (event.target.name === "Form.ChannelId") {
    propose(event.target.dataset.planItem);
    arrange();
  }
  tell();
});

proposal.querySelector("button").addEventListener("click", () => {
  planItem.value = planItemBefore;
  choosePlanItem();
  planItem.focus();
});

form.addEventListener("restored", () => {
  if (planItem.value) {
    choosePlanItem();
  }
  arrange();
  tell();
});

form.addEventListener("input", tell);
addEventListener("pageshow", () => {
  arrange();
  tell();
});
