// Sliders and their numbers say the same; what the chosen thresholds would have done is asked for
// and shown beside them. Everything works by the button, too.
(() => {
  "use strict";
  const form = document.getElementById("choose");
  if (!form) {
    return;
  }
  const parts = ["wrong", "figures", "curve"];
  let timer, asked = 0;

  const look = async () => {
    const mine = ++asked;
    const query = new URLSearchParams();
    for (const name of ["challenge", "review", "block", "over"]) {
      query.set(name, form.elements[name].value);
    }
    const answer = await fetch("fraud-thresholds?" + query, {credentials: "same-origin", redirect: "error"});
    if (!answer.ok || mine !== asked) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of parts) {
      const old = document.getElementById(id);
      const fresh = page.getElementById(id);
      if (old && fresh) {
        const open = [...old.querySelectorAll("details")].map(details => details.open);
        old.innerHTML = fresh.innerHTML;
        [...old.querySelectorAll("details")].forEach((details, i) => { details.open = open[i] === true; });
      }
    }
    for (const slider of form.querySelectorAll("[data-for]")) {
      const same = page.querySelector('[data-for="' + slider.dataset.for + '"]');
      slider.setAttribute("aria-valuetext", same ? same.getAttribute("aria-valuetext") : slider.value);
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => look().catch(() => {}), 120);
  };

  for (const slider of form.querySelectorAll("[data-for]")) {
    const number = document.getElementById(slider.dataset.for);
    slider.addEventListener("input", () => { number.value = slider.value; soon(); });
    number.addEventListener("input", () => {
      if (number.checkValidity()) {
        slider.value = number.value;
        soon();
      }
    });
  }
  form.elements.over.addEventListener("change", soon);
  document.getElementById("show").hidden = true;
})();
