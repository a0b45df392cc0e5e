/* The page of a placement, made quicker: each change is sent as a draft, and what it would show
   appears beside it; adding and moving rules keeps the place where one was. Every button works
   without this, too. */
(() => {
  'use strict';

  const form = document.getElementById('p');
  if (!form) return;
  const quick = /^(preview|up:|down:|remove:|add)/;
  let timer, asked = 0, dirty = form.querySelector('#state .badge.warn, #state .badge.bad') !== null;

  async function send(act) {
    const mine = ++asked;
    const body = new URLSearchParams(new FormData(form));
    body.set('do', act);
    document.getElementById('shown').setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(form.action, { method: 'POST', body });
      if (!answer.ok || answer.redirected) throw new Error('HTTP ' + answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      return mine === asked ? page : null;
    } finally {
      document.getElementById('shown').removeAttribute('aria-busy');
    }
  }

  function replace(page, id) {
    const fresh = page.getElementById(id);
    const old = document.getElementById(id);
    if (fresh && old) old.replaceChildren(...fresh.childNodes);
  }

  function keepState(page) {
    const state = 'input[name="jakarta.faces.ViewState"]';
    const fresh = page.querySelector('#p ' + state);
    if (fresh) document.querySelectorAll(state).forEach(field => { field.value = fresh.value; });
  }

  /** What is shown and what is wrong; what somebody types in stays. */
  function refresh(page) {
    keepState(page);
    replace(page, 'shown');
    replace(page, 'state');
    page.querySelectorAll('#editor [id$="-fault"], #editor [id$="-says"]').forEach(said => replace(page, said.id));
    dirty = page.querySelector('#state .badge.warn, #state .badge.bad') !== null;
  }

  async function preview() {
    try {
      const page = await send('preview');
      if (page) refresh(page);
    } catch { /* the button tries again, and says what is wrong */ }
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(preview, 400);
  }

  form.addEventListener('input', event => { if (!event.target.dataset.pick && event.target.id !== 'note' && event.target.id !== 'add') later(); });
  form.addEventListener('change', event => { if (event.target.id !== 'note' && event.target.id !== 'add') later(); });

  function open() {
    return [...document.querySelectorAll('#editor .step')].map(step => step.querySelector('details').open);
  }

  /** Which rules stay open when the one at a place was moved or removed. */
  function after(act, was) {
    const at = Number(act.split(':')[1]);
    const rules = [...was];
    if (act.startsWith('remove')) rules.splice(at, 1);
    if (act.startsWith('up')) rules.splice(at - 1, 0, ...rules.splice(at, 1));
    if (act.startsWith('down')) rules.splice(at + 1, 0, ...rules.splice(at, 1));
    return rules;
  }

  function focus(act) {
    const at = Number(act.split(':')[1]);
    const place = act.startsWith('up') ? at - 1 : act.startsWith('down') ? at + 1 : at;
    const wanted = act === 'add'
      ? document.querySelector('[data-opened] .step-body input, [data-opened] .step-body select, [data-opened] .step-body textarea')
      : document.querySelectorAll('#editor .step summary')[place] ?? document.getElementById('add');
    wanted?.focus();
  }

  form.addEventListener('submit', async event => {
    const button = event.submitter;
    const act = button?.value ?? 'preview';
    if (!quick.test(act)) {
      dirty = false;
      return;
    }
    event.preventDefault();
    clearTimeout(timer);
    const was = open();
    try {
      const page = await send(act);
      if (!page) return;
      if (act !== 'preview') {
        replace(page, 'editor');
        after(act, was).forEach((yes, at) => {
          const rule = document.querySelectorAll('#editor .step details')[at];
          if (yes && rule) rule.open = true;
        });
        focus(act);
      }
      refresh(page);
    } catch {
      // The long way: the whole page.
      const chosen = Object.assign(document.createElement('input'), { type: 'hidden', name: 'do', value: act });
      form.append(chosen);
      dirty = false;
      form.submit();
    }
  });

  window.addEventListener('beforeunload', event => { if (dirty) event.preventDefault(); });
})();
