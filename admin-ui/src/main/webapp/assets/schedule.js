// Shows only the fields that the chosen kind of time needs. Without it all of them are shown.
(() => {
  "use strict";
  const preset = document.getElementById("s:preset");
  const fields = document.querySelectorAll("[data-for]");
  const show = () => {
    for (const field of fields) {
      field.hidden = !field.dataset.for.split(" ").includes(preset.value);
    }
  };
  preset.addEventListener("change", show);
  show();
})();
