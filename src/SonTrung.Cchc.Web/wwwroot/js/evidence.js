"use strict";

// Files of a form: chosen, dropped, pasted or taken by the phone's camera; sent one by one while the rest is typed.
(() => {
  const atOnce = 2;

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text ?? "";
    return made;
  }

  function button(text, act) {
    const made = element("button", "btn btn-quiet", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function start(picker) {
    const { evidence: url, field, max, dateField, ...data } = picker.dataset;
    const form = picker.closest("form");
    const list = picker.querySelector("[data-evidence-files]");
    const drop = picker.querySelector("[data-evidence-drop]");
    const status = picker.querySelector("[data-evidence-status]");
    const offer = picker.querySelector("[data-evidence-offer]");
    const token = form.querySelector("[name=__RequestVerificationToken]").value;
    const waiting = [];
    let running = 0;
    let submitAfter = null;

    const failed = () => list.querySelector(".evidence-failed");

    function done() {
      if (running > 0 || waiting.length > 0 || !submitAfter) {
        return;
      }
      const submitter = submitAfter;
      submitAfter = null;
      status.textContent = failed() ? data.textNotSaved : "";
      if (!failed()) {
        form.requestSubmit(submitter);
      }
    }

    // A line from the server: what is not saved yet goes with the form.
    function take(html) {
      const template = document.createElement("template");
      template.innerHTML = html;
      const line = template.content.querySelector("li");
      prepare(line);
      return line;
    }

    function prepare(line) {
      line.querySelector("[data-evidence-remove]")?.removeAttribute("hidden");
      if (line.dataset.evidencePending !== undefined) {
        const key = document.createElement("input");
        key.type = "hidden";
        key.name = field;
        key.value = line.dataset.evidenceId;
        line.append(key);
      }
    }

    function offerDate(line) {
      const input = dateField && document.getElementById(dateField);
      const day = line.dataset.evidenceTaken;
      if (!input || !day || input.value === day) {
        return;
      }
      offer.replaceChildren(element("span", "", data.textTaken.replace("{0}", day)), button(data.textUseTaken, () => {
        input.value = day;
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.dispatchEvent(new Event("change", { bubbles: true }));
        offer.replaceChildren();
        input.focus();
      }));
    }

    function fail(line, file, message, mayHelp) {
      line.className = "evidence-file evidence-note evidence-failed";
      const text = element("span", "field-error", `“${file.name}”: ${message}`);
      text.setAttribute("role", "alert");
      line.replaceChildren(text);
      if (mayHelp) {
        line.append(button(data.textRetry, () => {
          line.replaceWith(queue(file));
          next();
        }));
      }
      line.append(button(data.textDismiss, () => {
        line.remove();
        drop.querySelector("input").focus();
      }));
    }

    function queue(file) {
      const line = element("li", "evidence-file evidence-note");
      const bar = document.createElement("progress");
      bar.max = 1;
      bar.value = 0;
      bar.setAttribute("aria-label", `${data.textUploading} ${file.name}`);
      const job = { file, line, bar };
      line.append(element("span", "evidence-name", file.name), bar, button(data.textCancel, () => {
        const place = waiting.indexOf(job);
        if (place >= 0) {
          waiting.splice(place, 1);
        }
        line.remove();
        if (job.request) {
          job.request.abort();
        } else {
          done();
        }
      }));
      waiting.push(job);
      return line;
    }

    function next() {
      while (running < atOnce && waiting.length > 0) {
        send(waiting.shift());
      }
    }

    function send(job) {
      running++;
      const request = new XMLHttpRequest();
      job.request = request;
      request.open("POST", `${url}?ten=${encodeURIComponent(job.file.name)}`);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.setRequestHeader("X-CSRF-Token", token);
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) {
          job.bar.value = event.loaded / event.total;
        }
      });
      request.addEventListener("loadend", () => {
        running--;
        const isOurs = !request.responseURL || new URL(request.responseURL).pathname === url;
        if (isOurs && request.status === 200) {
          const line = take(request.responseText);
          job.line.replaceWith(line);
          status.textContent = data.textDone.replace("{0}", line.dataset.evidenceName);
          offerDate(line);
        } else if (job.line.isConnected) {
          const isRefused = isOurs && request.getResponseHeader("Content-Type")?.startsWith("text/plain");
          fail(job.line, job.file, isRefused ? request.responseText : data.textNetwork, !isRefused);
        }
        next();
        done();
      });
      request.send(job.file);
    }

    function add(files) {
      for (const file of files) {
        const line = queue(file);
        list.append(line);
        if (file.size > Number(max)) {
          waiting.pop();
          fail(line, file, data.textTooLarge, false);
        }
      }
      next();
    }

    async function act(line, what) {
      const answer = await fetch(`${url}/${line.dataset.evidenceId}/${what}`, {
        method: "POST",
        headers: { "X-CSRF-Token": token, "X-Piece": "1" },
        redirect: "error",
      }).catch(() => null);
      if (!answer?.ok) {
        status.textContent = answer?.status === 422 ? await answer.text() : data.textFailed;
        return;
      }
      const changed = take(await answer.text());
      line.replaceWith(changed);
      changed.querySelector("button:not([hidden])")?.focus();
    }

    picker.addEventListener("click", (event) => {
      const line = event.target.closest("[data-evidence-id]");
      if (event.target.closest("[data-evidence-remove]")) {
        act(line, "xoa");
      } else if (event.target.closest("[data-evidence-restore]")) {
        act(line, "khoi-phuc");
      }
    });
    picker.addEventListener("change", (event) => {
      if (event.target.matches("[data-evidence-input]")) {
        add(event.target.files);
        event.target.value = "";
      }
    });
    // Anywhere on the page: a file dropped beside the frame would open in place of the form.
    for (const name of ["dragenter", "dragover"]) {
      document.addEventListener(name, (event) => {
        if (event.dataTransfer.types.includes("Files")) {
          event.preventDefault();
          picker.classList.add("evidence-over");
        }
      });
    }
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) {
        picker.classList.remove("evidence-over");
      }
    });
    document.addEventListener("drop", (event) => {
      if (event.dataTransfer.files.length > 0) {
        event.preventDefault();
        picker.classList.remove("evidence-over");
        add(event.dataTransfer.files);
      }
    });
    document.addEventListener("paste", (event) => {
      if (event.clipboardData.files.length > 0) {
        event.preventDefault();
        add(event.clipboardData.files);
      }
    });

    // The form waits for its files.
    form.addEventListener("submit", (event) => {
      if (running > 0 || waiting.length > 0) {
        event.preventDefault();
        event.stopImmediatePropagation();
        submitAfter = event.submitter;
        status.textContent = data.textWaiting;
      }
    }, true);

    list.querySelectorAll("[data-evidence-id]").forEach(prepare);
    drop.hidden = false;
  }

  document.querySelectorAll("[data-evidence]").forEach(start);
})();
