// Approval keys: made here, kept here. The private half cannot be read, not even by this page.
(function () {
  "use strict";
  var DATABASE = "sweetie-approval-keys";
  var STORE = "keys";

  function database() {
    return new Promise(function (resolve, reject) {
      var opening = window.indexedDB.open(DATABASE, 1);
      opening.onupgradeneeded = function () {
        opening.result.createObjectStore(STORE);
      };
      opening.onsuccess = function () {
        resolve(opening.result);
      };
      opening.onerror = function () {
        reject(opening.error);
      };
    });
  }

  function inStore(mode, work) {
    return database().then(function (db) {
      return new Promise(function (resolve, reject) {
        var transaction = db.transaction(STORE, mode);
        var request = work(transaction.objectStore(STORE));
        transaction.oncomplete = function () {
          resolve(request.result);
        };
        transaction.onerror = function () {
          reject(transaction.error);
        };
      });
    });
  }

  function base64(buffer) {
    var bytes = new Uint8Array(buffer);
    var text = "";
    bytes.forEach(function (b) {
      text += String.fromCharCode(b);
    });
    return window.btoa(text);
  }

  function bytes(text) {
    return Uint8Array.from(window.atob(text), function (c) {
      return c.charCodeAt(0);
    });
  }

  function publicHalf(pair) {
    return window.crypto.subtle.exportKey("spki", pair.publicKey).then(base64);
  }

  function load(person) {
    return inStore("readonly", function (keys) {
      return keys.get(person);
    });
  }

  function trouble(id, text) {
    var line = document.getElementById(id);
    line.textContent = text;
    line.hidden = false;
  }

  // A button works only once what it does is ready: the browser itself would post an empty form.
  function ready(form) {
    form.querySelector("[data-needs-key]").disabled = false;
  }

  function make(person) {
    return window.crypto.subtle
      .generateKey({ name: "Ed25519" }, false, ["sign", "verify"])
      .then(function (pair) {
        return inStore("readwrite", function (keys) {
          return keys.put(pair, person);
        }).then(function () {
          return pair;
        });
      });
  }

  var making = document.getElementById("make-key");
  if (making) {
    making.addEventListener("submit", function (event) {
      event.preventDefault();
      load(making.dataset.person)
        .then(function (pair) {
          return pair || make(making.dataset.person);
        })
        .then(publicHalf)
        .then(function (key) {
          making.elements.publicKey.value = key;
          making.submit();
        })
        .catch(function (why) {
          trouble(
            "key-trouble",
            "This browser could not make the key (" + why.message + "). Use a current one that is not in private mode."
          );
        });
    });
    ready(making);
  }

  var here = document.getElementById("key-here");
  if (here) {
    load(here.dataset.person)
      .then(function (pair) {
        return pair ? publicHalf(pair) : "";
      })
      .then(function (key) {
        here.textContent =
          key === here.dataset.publicKey
            ? "Its private half is in this browser."
            : "Its private half is not in this browser: approve in the one it was made in.";
      });
  }

  var approving = document.getElementById("approve");
  if (approving) {
    approving.addEventListener("submit", function (event) {
      event.preventDefault();
      approve().catch(function (why) {
        trouble("approve-trouble", why.message);
      });
    });
    ready(approving);
  }

  function approve() {
    var statement = bytes(approving.elements.statement.value);
    var shown = document.getElementById("statement").textContent;
    if (new TextDecoder().decode(statement) !== shown) {
      return Promise.reject(new Error("What is shown is not what would be signed. Reload the page."));
    }
    return load(approving.dataset.person).then(function (pair) {
      if (!pair) {
        throw new Error("Your key is not in this browser. Approve in the one you made it in.");
      }
      return publicHalf(pair)
        .then(function (key) {
          if (key !== approving.dataset.publicKey) {
            throw new Error("The key in this browser is not the one you registered.");
          }
          return window.crypto.subtle.sign("Ed25519", pair.privateKey, statement);
        })
        .then(function (signature) {
          approving.elements.signature.value = base64(signature);
          approving.submit();
        });
    });
  }
})();
