// Theme, stop switch, keys, and what a page says about its stream. Everything works without it but
// the keys and the stream.
(function () {
  "use strict";

  function store(name, value) {
    try {
      if (value === undefined) {
        return window.localStorage.getItem(name);
      }
      window.localStorage.setItem(name, value);
    } catch (noStorage) {
      return null;
    }
    return value;
  }

  // Theme.

  function isDark() {
    var chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function toggleTheme() {
    var next = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    store("theme", next);
  }

  // The stop switch: the dialog opens with the focus on its button, so Enter confirms.

  function openStop(link) {
    var dialog = document.getElementById("stop-dialog");
    if (!dialog || typeof dialog.showModal !== "function") {
      return false;
    }
    dialog.querySelector("[name=scope]").value = link.dataset.stop;
    dialog.querySelector("h2").textContent = link.dataset.stopLabel;
    dialog.showModal();
    return true;
  }

  document.addEventListener("click", function (event) {
    var stop = event.target.closest("[data-stop]");
    if (stop && openStop(stop)) {
      event.preventDefault();
    } else if (event.target.closest("[data-theme-toggle]")) {
      toggleTheme();
    } else if (event.target.closest("[data-close]")) {
      event.target.closest("dialog").close();
    }
    var open = document.querySelector("details.who[open]");
    if (open && !open.contains(event.target)) {
      open.open = false;
    }
  });

  // Keys of the live desk; a switch turns them off (WCAG 2.1.4).

  var keysToggle = document.querySelector("[data-keys-toggle]");
  if (keysToggle) {
    keysToggle.checked = store("keys") !== "off";
    keysToggle.addEventListener("change", function () {
      store("keys", keysToggle.checked ? "on" : "off");
    });
  }

  // A key meant for what stood here a moment ago must not choose what stands here now.
  var SETTLE = 800;
  var deskChanged = 0;

  function typing(element) {
    return element.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");
  }

  document.addEventListener("keydown", function (event) {
    var plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat;
    var on = keysToggle && keysToggle.checked && !document.querySelector("dialog[open]");
    if (!on || !plain || typing(event.target)) {
      return;
    }
    var key = event.key.toLowerCase();
    if (key !== "s" && Date.now() - deskChanged < SETTLE) {
      return;
    }
    var target =
      key === "s"
        ? document.querySelector("main [data-stop]")
        : /^[1-9w]$/.test(key)
          ? document.querySelector('[data-key="' + key + '"]')
          : null;
    if (target) {
      event.preventDefault();
      target.click();
    }
  });

  // The stream: what the page knows may be old while it is away, and it says so.

  function say(stream, text) {
    var line = stream.querySelector("[data-stream-state]");
    if (line && line.textContent !== text) {
      line.textContent = text;
    }
    stream.classList.toggle("away", text !== "");
  }

  document.addEventListener("htmx:sseOpen", function (event) {
    var stream = event.target.closest("[data-stream]");
    if (stream) {
      say(stream, "");
    }
  });

  document.addEventListener("htmx:sseError", function (event) {
    var stream = event.target.closest("[data-stream]");
    if (stream) {
      say(
        stream,
        "Reconnecting. What you see may be old; if this stays, reload the page to sign in again."
      );
    }
  });

  // A new connection begins after the last event this page has shown, as the browser itself does
  // with Last-Event-ID while it reconnects by itself.

  var lastSeen = null;
  document.addEventListener("htmx:sseMessage", function (event) {
    if (event.detail && event.detail.lastEventId) {
      lastSeen = event.detail.lastEventId;
    }
  });

  function connect(url) {
    var address = new URL(url, window.location.href);
    if (lastSeen !== null) {
      address.searchParams.set("from", String(Number(lastSeen) + 1));
    }
    return new EventSource(address);
  }

  if (window.htmx) {
    window.htmx.createEventSource = connect;
  }

  // Newest line in view, as long as the reader has not scrolled up; the focus stays on the desk.

  var focusInDesk = false;
  document.addEventListener("htmx:sseBeforeMessage", function (event) {
    var part = event.target;
    part.dataset.atEnd = String(part.scrollHeight - part.scrollTop - part.clientHeight < 40);
    focusInDesk = part.matches("[data-desk]") && part.contains(document.activeElement);
    if (part.matches("[data-desk]")) {
      var reason = part.querySelector("[name=reason]");
      part.dataset.typed = reason ? reason.value : "";
      part.dataset.number = (part.querySelector("[name=number]") || {}).value || "";
    }
  });

  document.addEventListener("htmx:sseMessage", function (event) {
    var part = event.target;
    if (part.matches("[data-follow]") && part.dataset.atEnd === "true") {
      part.scrollTop = part.scrollHeight;
    }
    if (part.matches("[data-desk]")) {
      keepTyped(part);
      if (focusInDesk) {
        part.querySelector("h2").focus();
      }
    }
  });

  function keepTyped(part) {
    var reason = part.querySelector("[name=reason]");
    var number = (part.querySelector("[name=number]") || {}).value || "";
    if (number !== part.dataset.number) {
      deskChanged = Date.now();
      if (number !== "") {
        document.getElementById("notice").textContent = "";
      }
    } else if (reason) {
      reason.value = part.dataset.typed;
    }
  }

  document.querySelectorAll("[data-follow]").forEach(function (part) {
    part.scrollTop = part.scrollHeight;
  });
})();
