// Opens the dialog that a button names (data-opens="id") and closes the one around data-closes.
(() => {
  "use strict";
  document.addEventListener("click", event => {
    const opener = event.target.closest("[data-opens]");
    if (opener) {
      document.getElementById(opener.dataset.opens).showModal();
    }
    const closer = event.target.closest("[data-closes]");
    if (closer) {
      closer.closest("dialog").close();
    }
  });
})();
