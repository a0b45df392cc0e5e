// Loads the page again once the server says that what it waits for is there (data-wait, data-done).
(() => {
  "use strict";
  const box = document.querySelector("[data-wait]");
  if (!box || box.dataset.done === "true") return;
  const look = async () => {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin", redirect: "error" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-wait]");
      if (!fresh || fresh.dataset.done === "true") {
        location.reload();
        return;
      }
      box.innerHTML = fresh.innerHTML;
    } catch { /* it goes on trying */ }
    setTimeout(look, 1000);
  };
  setTimeout(look, 700);
})();
