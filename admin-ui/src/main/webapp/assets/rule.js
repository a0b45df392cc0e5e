/* The editor of rules: what is wrong is marked in place and said below; what could come next is offered
   while one types (Ctrl+Space asks for it), arrows choose, Enter or Tab takes, Escape closes. */
(() => {
  'use strict';

  const field = document.getElementById('condition');
  const list = document.getElementById('rule-words');
  const said = document.getElementById('rule-says');
  const marks = document.getElementById('rule-marks');
  if (!field || field.readOnly || !list) return;

  let timer, asked = 0, chosen = -1, begin = 0;

  function mark(from, to) {
    marks.replaceChildren(document.createTextNode(field.value.slice(0, from)));
    const bad = document.createElement('mark');
    bad.textContent = field.value.slice(from, to) || ' ';
    marks.append(bad, document.createTextNode(field.value.slice(to) + '\n'));
    follow();
  }

  function follow() {
    marks.scrollTop = field.scrollTop;
    marks.scrollLeft = field.scrollLeft;
  }

  function close() {
    list.hidden = true;
    chosen = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  }

  function choose(index) {
    const all = [...list.children];
    if (!all.length) return;
    chosen = (index + all.length) % all.length;
    all.forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)));
    field.setAttribute('aria-activedescendant', all[chosen].id);
    all[chosen].scrollIntoView({ block: 'nearest' });
  }

  function take(option) {
    const text = option.dataset.text;
    const free = option.dataset.kind === 'number' || option.dataset.kind === 'text';
    field.setRangeText(free ? text : text + ' ', begin, field.selectionEnd, 'end');
    if (option.dataset.kind === 'text') field.setSelectionRange(begin + 1, begin + 1);
    if (option.dataset.kind === 'number') field.setSelectionRange(begin, begin + text.length);
    close();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function show(words) {
    list.replaceChildren(...words.map((word, at) => {
      const option = document.createElement('div');
      option.id = 'rule-word-' + at;
      option.setAttribute('role', 'option');
      option.dataset.text = word.text;
      option.dataset.kind = word.kind;
      option.append(
        Object.assign(document.createElement('code'), { textContent: word.text }),
        Object.assign(document.createElement('span'), { className: 'quiet-text', textContent: word.meaning }));
      option.addEventListener('mousedown', event => { event.preventDefault(); take(option); });
      return option;
    }));
    list.hidden = words.length === 0;
    field.setAttribute('aria-expanded', String(words.length > 0));
    if (words.length) choose(0);
  }

  async function ask(offer) {
    const mine = ++asked;
    const query = 'rule-help?place=' + field.selectionEnd + '&text=' + encodeURIComponent(field.value);
    if (query.length > 7000) return;
    try {
      const answer = await fetch(query, { headers: { Accept: 'application/json' } });
      if (!answer.ok || answer.redirected) return;
      const found = await answer.json();
      if (mine !== asked) return;
      begin = found.begin;
      const empty = field.value.trim() === '';
      said.textContent = empty ? '' : found.fine ? said.dataset.fine : found.message;
      said.className = found.fine ? 'rule-fine' : 'error';
      field.setAttribute('aria-invalid', String(!found.fine && !empty));
      if (found.fine || empty) marks.replaceChildren(); else mark(found.from, found.to);
      if (offer && document.activeElement === field) show(found.words); else close();
    } catch { /* the server says it when it is saved */ }
  }

  field.addEventListener('input', () => {
    marks.replaceChildren();
    clearTimeout(timer);
    const before = field.value.slice(0, field.selectionEnd);
    timer = setTimeout(() => ask(/[\w.-]$|(^|[^\s]) $/.test(before)), 150);
  });
  field.addEventListener('scroll', follow);
  field.addEventListener('blur', close);
  field.addEventListener('keydown', event => {
    if (event.ctrlKey && event.key === ' ') {
      event.preventDefault();
      ask(true);
      return;
    }
    if (list.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.isComposing) {
      event.preventDefault();
      take(list.children[chosen]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  });
  document.querySelectorAll('[data-word]').forEach(button => button.addEventListener('click', () => {
    field.focus();
    field.setRangeText(button.dataset.word + ' ', field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }));
  const find = document.getElementById('word-find');
  find?.addEventListener('input', () => {
    const wanted = find.value.trim().toLowerCase();
    document.querySelectorAll('.rule-vocabulary li').forEach(line => {
      line.hidden = wanted !== '' && !line.textContent.toLowerCase().includes(wanted);
    });
  });
  if (field.value.trim()) ask(false);
})();
