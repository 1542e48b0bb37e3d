// The chat room: text goes out, text comes in. A line stays the page's until it is on record.
(function () {
  "use strict";
  var room = document.querySelector("main.room");
  var form = document.getElementById("room-form");
  var field = document.getElementById("room-text");
  var lines = document.getElementById("room-lines");
  var state = document.getElementById("room-state");
  var notice = document.getElementById("room-notice");
  var longest = Number(room.dataset.longest);
  var pending = new Map();
  var nextId = Date.now();
  var socket = null;
  var wait = 500;

  function remember(token) {
    try {
      if (token === undefined) {
        return window.sessionStorage.getItem("room");
      }
      window.sessionStorage.setItem("room", token);
    } catch (noStorage) {
      return null;
    }
    return token;
  }

  function note(text) {
    notice.textContent = text;
    notice.hidden = text === "";
  }

  function show(side, who, text) {
    var item = document.createElement("li");
    item.className = "turn " + side;
    var head = document.createElement("div");
    head.className = "turn-head";
    var name = document.createElement("strong");
    name.textContent = who;
    var mark = document.createElement("span");
    mark.className = "quiet";
    head.append(name, mark);
    var said = document.createElement("p");
    said.className = "said";
    var body = document.createElement("bdi");
    body.textContent = text.length > 4000 ? text.slice(0, 4000) + "…" : text;
    said.append(body);
    item.append(head, said);
    lines.append(item);
    item.scrollIntoView({ block: "nearest" });
    return mark;
  }

  function send(frame) {
    if (socket && socket.readyState === WebSocket.OPEN) {
      socket.send(JSON.stringify(frame));
      return true;
    }
    return false;
  }

  function connect() {
    var scheme = window.location.protocol === "https:" ? "wss://" : "ws://";
    socket = new WebSocket(scheme + window.location.host + "/room/socket");
    socket.onopen = function () {
      var token = remember();
      send(token ? { type: "hello", resume: token } : { type: "hello" });
    };
    socket.onmessage = function (event) {
      take(JSON.parse(event.data));
    };
    socket.onclose = function () {
      state.textContent = "Reconnecting. Lines that are not marked as kept are sent again.";
      window.setTimeout(connect, wait);
      wait = Math.min(wait * 2, 8000);
    };
  }

  function take(frame) {
    if (frame.type === "welcome") {
      remember(frame.resume);
      wait = 500;
      state.textContent = "Connected.";
      pending.forEach(function (line, id) {
        send({ type: "say", id: id, text: line.text });
      });
    } else if (frame.type === "kept" && pending.has(frame.id)) {
      pending.get(frame.id).mark.textContent = "kept";
      pending.delete(frame.id);
    } else if (frame.type === "line") {
      show("persona", "Persona", frame.text);
    } else if (frame.type === "notice") {
      note(frame.text);
    }
  }

  function say() {
    var text = field.value;
    if (text.length > longest) {
      note(
        "This line has " + text.length + " characters; at most " + longest +
          " can be sent at once. It is still in the box: shorten it and send it again."
      );
      return;
    }
    if (!/[^\p{C}\p{Z}]/u.test(text)) {
      note(
        text === ""
          ? "Type a line first."
          : "This line holds nothing but spaces or control characters, so it was not sent. It is still in the box."
      );
      return;
    }
    note("");
    var id = nextId++;
    pending.set(id, { text: text, mark: show("counterpart", "You", text) });
    send({ type: "say", id: id, text: text });
    field.value = "";
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    say();
  });

  field.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      say();
    }
  });

  // What is not text is dropped right here: only its declared type and size go on (nothing of it is
  // read).

  function refuse(files) {
    Array.from(files).forEach(function (file) {
      send({ type: "media", mediaType: file.type || "unknown", size: file.size });
    });
    note("Only text can be sent here. What you added was dropped and not looked at.");
  }

  window.addEventListener("dragover", function (event) {
    event.preventDefault();
  });
  window.addEventListener("drop", function (event) {
    if (event.dataTransfer && event.dataTransfer.files.length > 0) {
      event.preventDefault();
      refuse(event.dataTransfer.files);
    }
  });
  field.addEventListener("paste", function (event) {
    if (event.clipboardData && event.clipboardData.files.length > 0) {
      event.preventDefault();
      refuse(event.clipboardData.files);
    }
  });

  connect();
})();
