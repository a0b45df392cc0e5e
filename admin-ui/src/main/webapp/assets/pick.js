/* Fields that take a product, a customer, a category or a brand (data-pick): what fits the typed text
   is offered below the field, and a choice puts its id in. With data-many several ids stand with commas
   between, with data-many="lines" one in each line. Ids can be typed without any of this. */
(() => {
  'use strict';

  let number = 0;

  /** Where the line begins in which one types, and where it ends. */
  function line(field) {
    const at = field.selectionStart;
    const end = field.value.indexOf('\n', at);
    return [field.value.lastIndexOf('\n', at - 1) + 1, end < 0 ? field.value.length : end];
  }

  function word(field) {
    if (field.dataset.many === 'lines') return field.value.slice(...line(field)).trim();
    return 'many' in field.dataset ? field.value.split(',').pop().trim() : field.value.trim();
  }

  function take(field, id) {
    if (field.dataset.many === 'lines') {
      const [begin, end] = line(field);
      const after = field.value.slice(end) || '\n';
      field.setRangeText(id + after, begin, field.value.length, 'end');
      field.setSelectionRange(begin + id.length + 1, begin + id.length + 1);
    } else if ('many' in field.dataset) {
      const before = field.value.split(',').slice(0, -1).map(each => each.trim()).filter(Boolean);
      field.value = [...before, id].join(', ') + ', ';
    } else {
      field.value = id;
    }
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function equip(field) {
    if (field.getAttribute('role') === 'combobox') return;
    const list = document.createElement('div');
    list.id = 'pick-' + number++;
    list.className = 'pick-list';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', field.labels?.[0]?.textContent ?? '');
    field.after(list);
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-expanded', 'false');
    field.setAttribute('aria-controls', list.id);
    field.setAttribute('aria-autocomplete', 'list');
    let timer, asked = 0, chosen = -1;

    const options = () => [...list.children];

    function close() {
      asked++;
      list.hidden = true;
      chosen = -1;
      field.setAttribute('aria-expanded', 'false');
      field.removeAttribute('aria-activedescendant');
    }

    function choose(index) {
      const all = options();
      if (!all.length) return;
      chosen = (index + all.length) % all.length;
      all.forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)));
      field.setAttribute('aria-activedescendant', all[chosen].id);
      all[chosen].scrollIntoView({ block: 'nearest' });
    }

    function show(hits) {
      list.replaceChildren(...hits.map((hit, at) => {
        const option = document.createElement('div');
        option.id = list.id + '-' + at;
        option.setAttribute('role', 'option');
        option.append(
          Object.assign(document.createElement('span'), { textContent: hit.text }),
          Object.assign(document.createElement('span'), { className: 'quiet-text', textContent: [hit.id === hit.text ? '' : hit.id, hit.detail].filter(Boolean).join(' · ') }));
        // Before the field loses the focus, which closes the list.
        option.addEventListener('mousedown', event => { event.preventDefault(); take(field, hit.id); close(); });
        option.dataset.id = hit.id;
        return option;
      }));
      list.hidden = hits.length === 0;
      field.setAttribute('aria-expanded', String(hits.length > 0));
      if (hits.length) choose(0);
    }

    async function ask() {
      const wanted = word(field);
      const mine = ++asked;
      if (!wanted) {
        close();
        return;
      }
      try {
        const answer = await fetch('pick?kind=' + field.dataset.pick + '&q=' + encodeURIComponent(wanted), { headers: { Accept: 'application/json' } });
        if (!answer.ok || answer.redirected) return;
        const hits = await answer.json();
        if (mine === asked && document.activeElement === field) show(hits);
      } catch { /* the id can still be typed */ }
    }

    field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
    field.addEventListener('blur', close);
    field.addEventListener('keydown', event => {
      if (list.hidden) return;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
      } else if (event.key === 'Enter' && !event.isComposing) {
        event.preventDefault();
        clearTimeout(timer);
        take(field, options()[chosen].dataset.id);
        close();
      } else if (event.key === 'Escape') {
        event.preventDefault();
        close();
      }
    });
  }

  function equipAll() {
    document.querySelectorAll('[data-pick]').forEach(equip);
  }
  equipAll();
  new MutationObserver(equipAll).observe(document.body, { childList: true, subtree: true });
})();
