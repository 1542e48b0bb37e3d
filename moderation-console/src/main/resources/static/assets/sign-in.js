// Takes the code out of the address, so that it stays in no history, and waits for the button.
(function () {
  "use strict";
  var code = window.location.hash.slice(1);
  var field = document.getElementById("code");
  if (code && field) {
    field.value = code;
    window.history.replaceState(null, "", window.location.pathname);
    document.querySelector("#sign-in button").focus();
  }
})();
