// Says what is wrong with a field while one types, and offers the preset's value where it was changed.
// Without it the browser checks in its own words, and the server in ours.
(() => {
  "use strict";
  const form = document.querySelector(".train-form");
  if (!form) return;
  form.noValidate = true;
  const words = form.querySelector(".train-fields").dataset;
  const locale = document.documentElement.lang || undefined;
  const number = text => new Intl.NumberFormat(locale, { maximumFractionDigits: 12 }).format(Number(text));

  function fault(input) {
    if (input.type !== "number") return "";
    const state = input.validity;
    if (state.badInput || state.valueMissing) return words.faultNumber;
    if (state.rangeUnderflow || state.rangeOverflow) {
      return input.max === ""
        ? words.faultLeast.replace("{0}", number(input.min))
        : words.faultRange.replace("{0}", number(input.min)).replace("{1}", number(input.max));
    }
    return state.stepMismatch ? words.faultWhole : "";
  }

  function value(input) {
    return input.type === "checkbox" ? String(input.checked) : input.value;
  }

  function same(input, standard = "") {
    const now = value(input);
    return now === standard || (input.type === "number" && now !== "" && Number(now) === Number(standard));
  }

  const fields = [...form.querySelectorAll(".train-field")].map(box => ({
    box,
    input: box.querySelector("input, select"),
    says: box.querySelector("[data-fault]"),
    back: box.querySelector("[data-back]"),
  }));

  function look(field, complain) {
    const wrong = fault(field.input);
    if (complain || !wrong) {
      field.says.textContent = wrong;
      if (wrong) field.input.setAttribute("aria-invalid", "true");
      else field.input.removeAttribute("aria-invalid");
    }
    field.back.hidden = same(field.input, field.box.dataset.standard);
    return !wrong;
  }

  fields.forEach(field => {
    if (field.says.textContent) field.input.setAttribute("aria-invalid", "true");
    field.back.hidden = same(field.input, field.box.dataset.standard);
    field.input.addEventListener("input", () => look(field, false));
    field.input.addEventListener("change", () => look(field, true));
    field.back.addEventListener("click", () => {
      if (field.input.type === "checkbox") field.input.checked = field.box.dataset.standard === "true";
      else field.input.value = field.box.dataset.standard;
      look(field, true);
      field.input.focus();
    });
  });

  form.addEventListener("submit", event => {
    const wrong = fields.filter(field => !look(field, true));
    if (wrong.length) {
      event.preventDefault();
      wrong[0].input.focus();
    }
  });

  // On a narrow screen the list of algorithms makes room for the form.
  if (matchMedia("(max-width: 900px)").matches) {
    document.querySelectorAll("[data-narrow-closed]").forEach(list => { list.open = false; });
  }
})();
