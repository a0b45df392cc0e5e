/* What the console does in the browser beyond its forms: search, shortcuts, lists, the bell. Nothing
   here is needed to get something done; all of it makes it quicker. */
(() => {
  'use strict';

  const base = document.querySelector('#find')?.dataset.base ?? './';
  const typing = element => element.closest('input, textarea, select, [contenteditable]') !== null;

  // Charts are drawn when the page is there: by then they know the colours of its theme.
  if (window.Chart) {
    const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    window.Chart.defaults.color = colour('--ink-2');
    window.Chart.defaults.borderColor = colour('--line');
    window.Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  }

  // ---- what scrolls can be scrolled by keys

  function reach(box) {
    if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  }
  const sizes = new ResizeObserver(seen => seen.forEach(one => reach(one.target)));
  function watchBoxes() {
    document.querySelectorAll('.table-box, .preview, .entries').forEach(box => {
      reach(box);
      sizes.observe(box);
    });
  }
  watchBoxes();
  new MutationObserver(watchBoxes).observe(document.body, { childList: true, subtree: true });

  // ---- search

  const find = document.getElementById('find');
  const text = document.getElementById('find-text');
  const hits = document.getElementById('find-hits');
  const word = document.getElementById('find-word');
  const help = word?.textContent;
  let asked = 0, timer, chosen = -1;

  function openFind() {
    if (!find.open) find.showModal();
    text.select();
    text.focus();
  }

  function options() {
    return [...hits.querySelectorAll('[role=option]')];
  }

  function choose(index) {
    const all = options();
    chosen = all.length ? (index + all.length) % all.length : -1;
    all.forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)));
    if (chosen >= 0) {
      text.setAttribute('aria-activedescendant', all[chosen].id);
      all[chosen].scrollIntoView({ block: 'nearest' });
    } else {
      text.removeAttribute('aria-activedescendant');
    }
  }

  function option(hit, number) {
    const link = document.createElement('a');
    link.id = 'find-hit-' + number;
    link.setAttribute('role', 'option');
    link.href = base + hit.url;
    link.tabIndex = -1;
    link.append(Object.assign(document.createElement('span'), { textContent: hit.text }));
    if (hit.detail) {
      link.append(Object.assign(document.createElement('span'), { className: 'quiet-text', textContent: hit.detail }));
    }
    return link;
  }

  function show(groups) {
    let number = 0;
    hits.replaceChildren(...groups.map((group, at) => {
      const box = document.createElement('div');
      box.setAttribute('role', 'group');
      box.setAttribute('aria-labelledby', 'find-group-' + at);
      const name = Object.assign(document.createElement('div'), { id: 'find-group-' + at, className: 'find-group', textContent: group.name });
      name.setAttribute('role', 'presentation');
      box.append(name, ...group.hits.map(hit => option(hit, number++)));
      return box;
    }));
    text.setAttribute('aria-expanded', String(number > 0));
    word.textContent = number ? '' : find.dataset.none;
    choose(number ? 0 : -1);
  }

  async function ask() {
    const wanted = text.value.trim();
    const mine = ++asked;
    if (!wanted) {
      hits.replaceChildren();
      word.textContent = help;
      text.setAttribute('aria-expanded', 'false');
      return;
    }
    try {
      const answer = await fetch(find.dataset.url + '?q=' + encodeURIComponent(wanted), { headers: { Accept: 'application/json' } });
      if (!answer.ok || answer.redirected) throw new Error('HTTP ' + answer.status);
      const groups = await answer.json();
      if (mine === asked) show(groups);
    } catch {
      if (mine === asked) {
        hits.replaceChildren();
        word.textContent = find.dataset.failed;
      }
    }
  }

  if (find) {
    document.querySelector('[data-find]').addEventListener('click', openFind);
    text.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
    text.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
      } else if (event.key === 'Enter' && !event.isComposing) {
        event.preventDefault();
        options()[chosen]?.click();
      }
    });
    find.addEventListener('click', event => { if (event.target === find) find.close(); });
  }

  // ---- help

  const keys = document.getElementById('keys');
  document.querySelector('[data-keys]')?.addEventListener('click', () => keys.showModal());
  keys?.addEventListener('click', event => { if (event.target === keys) keys.close(); });

  // ---- lists

  const table = document.querySelector('.ledger-table');
  const rows = () => (table ? [...table.tBodies[0].rows] : []);
  let row = -1;

  function moveTo(index) {
    const all = rows();
    if (!all.length) return;
    all[row]?.removeAttribute('data-here');
    row = Math.max(0, Math.min(all.length - 1, index));
    all[row].setAttribute('data-here', '');
    all[row].scrollIntoView({ block: 'nearest' });
    const link = all[row].querySelector('a, input');
    link?.focus({ preventScroll: true });
  }

  function picked() {
    const boxes = [...document.querySelectorAll('.ledger-table input[name=row]')];
    const count = boxes.filter(box => box.checked).length;
    const bulk = document.querySelector('[data-bulk]');
    if (!bulk) return;
    bulk.hidden = count === 0;
    const said = bulk.querySelector('[data-picked]');
    said.textContent = said.dataset.picked.replace('{0}', count);
    const every = document.querySelector('[data-pick-all]');
    every.checked = count > 0 && count === boxes.length;
    every.indeterminate = count > 0 && count < boxes.length;
  }

  document.querySelector('[data-pick-all]')?.addEventListener('change', event => {
    document.querySelectorAll('.ledger-table input[name=row]').forEach(box => { box.checked = event.target.checked; });
    picked();
  });
  table?.addEventListener('change', picked);
  picked();

  // An empty filter is no filter: it stays out of the address, which is what people share.
  document.querySelectorAll('form.filters').forEach(form => {
    form.addEventListener('submit', () => {
      form.querySelectorAll('input, select').forEach(field => { field.disabled = !field.value; });
      setTimeout(() => form.querySelectorAll('input, select').forEach(field => { field.disabled = false; }));
    });
    form.querySelectorAll('select').forEach(select => select.addEventListener('change', () => form.requestSubmit()));
  });

  // A drop-down closes when something else is looked at.
  document.addEventListener('click', event => {
    document.querySelectorAll('details.drop-down[open]').forEach(open => {
      if (!open.contains(event.target)) open.open = false;
    });
  });
  document.addEventListener('keydown', event => {
    const open = event.key === 'Escape' && document.querySelector('details.drop-down[open]');
    if (open) {
      open.open = false;
      open.querySelector('summary').focus();
    }
  });

  // An offer to take something back goes after a while; never while somebody is at it.
  const toast = document.querySelector('.toast');
  if (toast) {
    let left = setTimeout(() => toast.remove(), 12000);
    const stay = () => { clearTimeout(left); };
    const go = () => { clearTimeout(left); left = setTimeout(() => toast.remove(), 6000); };
    toast.addEventListener('pointerenter', stay);
    toast.addEventListener('focusin', stay);
    toast.addEventListener('pointerleave', go);
    toast.addEventListener('focusout', go);
  }

  // ---- the bell: asked twice a minute, and only while somebody can see it

  const bell = document.querySelector('[data-bell]');

  async function ring() {
    if (document.hidden) return;
    try {
      const answer = await fetch(bell.dataset.bell, { headers: { Accept: 'text/plain' } });
      if (!answer.ok || answer.redirected) return;
      const count = Number(await answer.text());
      let sign = bell.querySelector('.bell-count');
      if (count > 0 && !sign) {
        sign = Object.assign(document.createElement('span'), { className: 'bell-count number' });
        sign.setAttribute('aria-hidden', 'true');
        bell.append(sign);
      }
      if (count > 0) sign.textContent = count > 99 ? '99+' : count;
      else sign?.remove();
    } catch { /* the server is away; the next look may find it */ }
  }
  if (bell) setInterval(ring, 30000);

  // ---- shortcuts

  const ways = { o: '', b: 'behaviour', c: 'cases', d: 'data', m: 'models', p: 'placements', j: 'jobs', n: 'notices' };
  let going = false;

  function goOn(key) {
    going = false;
    if (key in ways) location.href = base + ways[key];
  }

  const acts = {
    '?': () => keys.showModal(),
    '/': () => (document.querySelector('form.filters input') ?? { focus: openFind }).focus(),
    g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
    j: () => moveTo(row + 1),
    k: () => moveTo(row - 1),
    x: () => rows()[row]?.querySelector('input[name=row]')?.click(),
    '[': () => document.querySelector('a[rel=prev]')?.click(),
    ']': () => document.querySelector('a[rel=next]')?.click(),
  };

  // A page's own keys: data-shortcut names the one that presses a button or goes to a field.
  function shortcut(event) {
    const found = [...document.querySelectorAll('[data-shortcut]')].find(
      each => each.dataset.shortcut === event.key);
    if (!found) return;
    event.preventDefault();
    if (found.matches('input, textarea, select')) found.focus();
    else found.click();
  }

  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openFind();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector('dialog[open]')) return;
    if (typing(event.target) && event.target.type !== 'checkbox') return;
    if (going) {
      goOn(event.key);
    } else if (acts[event.key]) {
      event.preventDefault();
      acts[event.key]();
    } else {
      shortcut(event);
    }
  });
})();
