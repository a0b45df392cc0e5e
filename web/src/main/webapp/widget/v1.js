/* Shopkeeper's chat and helpers for a shop's pages. One file, nothing else is loaded.
   <script async src="https://HOST/widget/v1.js" data-key="pk_…" data-lang="auto"></script>
   Licence: Apache-2.0. */
(() => {
  'use strict';

  const script = document.currentScript;
  if (!script || window.Shopkeeper?.version) return;

  const host = new URL(script.src).origin;
  const api = host + '/api/v1/';
  const given = script.dataset;
  const queued = Array.isArray(window.Shopkeeper) ? window.Shopkeeper : [];

  const words = {
    en: {
      open: 'Chat with us', close: 'Close the chat', title: 'Shop assistant',
      about: 'A program that knows your orders and this shop', input: 'Your message', send: 'Send',
      you: 'You', assistant: 'Assistant', typing: 'The assistant is writing',
      failed: 'The message did not get through.', retry: 'Try again',
      offline: 'The chat cannot be reached just now.', again: 'Begin a new conversation',
      slow: 'That was a lot at once. Please wait a moment and try again.',
      helped: 'Did this help?', yes: 'Yes', no: 'No', thanks: 'Thank you for telling us.',
      products: 'Products', ended: 'A new conversation has begun.',
    },
    zh: {
      open: '在线咨询', close: '关闭聊天', title: '店铺助手',
      about: '了解您的订单和本店商品的智能程序', input: '输入消息', send: '发送',
      you: '您', assistant: '助手', typing: '助手正在输入',
      failed: '消息没有发送成功。', retry: '重试',
      offline: '暂时连接不上客服。', again: '开始新的对话',
      slow: '消息太频繁了，请稍等片刻再试。',
      helped: '这对您有帮助吗？', yes: '有', no: '没有', thanks: '谢谢您的反馈。',
      products: '商品', ended: '已开始新的对话。',
    },
  };

  const wanted = given.lang && given.lang !== 'auto'
    ? given.lang
    : document.documentElement.lang || navigator.language || 'en';
  const lang = wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  const t = words[lang];
  const listeners = {};
  let identity = given.identity || '';
  let allowed = given.consent !== 'required';
  let visitor = given.visitor || '';

  // ---- keeping

  const store = {
    get(name) {
      if (!allowed) return null;
      try { return localStorage.getItem('shopkeeper.' + name); } catch { return null; }
    },
    set(name, value) {
      if (!allowed) return;
      try {
        if (value === null) localStorage.removeItem('shopkeeper.' + name);
        else localStorage.setItem('shopkeeper.' + name, value);
      } catch { /* the browser keeps nothing: the conversation lasts as long as the page */ }
    },
    forget() {
      try {
        Object.keys(localStorage).filter(key => key.startsWith('shopkeeper.'))
          .forEach(key => localStorage.removeItem(key));
      } catch { /* nothing was kept */ }
    },
  };

  const uuid = () => crypto.randomUUID?.()
    ?? ([1e7] + -1e3 + -4e3 + -8e3 + -1e11).replace(/[018]/g, digit =>
      (digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> digit / 4).toString(16));

  function visitorId() {
    if (visitor) return visitor;
    visitor = store.get('visitor') || 'v-' + uuid();
    store.set('visitor', visitor);
    return visitor;
  }

  // A conversation belongs to one person: another signs in, another conversation begins.
  function sessionName() {
    let hash = 5381;
    for (const sign of identity) hash = (hash * 33 ^ sign.charCodeAt(0)) >>> 0;
    return 'chat.' + (identity ? hash.toString(36) : 'guest');
  }

  // ---- speaking with the server

  async function call(method, path, body, proof = identity) {
    const headers = { Authorization: 'Bearer ' + given.key, 'Accept-Language': lang === 'zh' ? 'zh-CN' : 'en' };
    if (body) headers['Content-Type'] = 'application/json';
    if (proof) headers['Shopkeeper-Identity'] = proof;
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 20000);
    try {
      const answer = await fetch(api + path, {
        method, headers, body: body && JSON.stringify(body), signal: stop.signal,
        credentials: 'omit', referrerPolicy: 'no-referrer',
      });
      if (!answer.ok) throw Object.assign(new Error('HTTP ' + answer.status), { status: answer.status });
      return answer.status === 204 ? null : await answer.json();
    } finally {
      clearTimeout(timer);
    }
  }

  function emit(name, detail) {
    (listeners[name] || []).forEach(listener => {
      try { listener(detail); } catch (problem) { console.error('Shopkeeper: a listener failed', problem); }
    });
  }

  // ---- drawing

  const sheet = css => { const made = new CSSStyleSheet(); made.replaceSync(css); return made; };

  const colours = {
    light: '--bg:#F7F6F3;--surface:#FFF;--line:#DCDAD4;--ink:#1D2327;--ink-2:#566067;--brand:#0B5D5E;--on-brand:#FFF;--soft:#E3EFEE;--bad:#A6261D;--shadow:0 6px 24px rgb(29 35 39/18%);color-scheme:light;',
    dark: '--bg:#14181A;--surface:#1C2225;--line:#333C40;--ink:#E8EAE9;--ink-2:#A3ADB2;--brand:#5CC2BE;--on-brand:#14181A;--soft:#1D3333;--bad:#F4877F;--shadow:0 0 0 1px #333C40;color-scheme:dark;',
  };

  // The shop's own colour, with black or white on it, whichever reads better (WCAG 2.2 contrast).
  function ownColour() {
    const hex = /^#([0-9a-f]{6})$/i.exec(given.brand || '');
    if (!hex) return '';
    const channel = at => {
      const part = parseInt(hex[1].slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    const light = 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
    return `--brand:${hex[0]};--on-brand:${1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#FFF' : '#000'};`;
  }

  const look = `
:host{all:initial;${colours.light}${ownColour()}font:16px/${lang === 'zh' ? 1.6 : 1.45} system-ui,"Segoe UI",Roboto,"PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:var(--ink)}
@media (prefers-color-scheme:dark){:host(:not([data-theme=light])){${colours.dark}${ownColour()}}}
:host([data-theme=dark]){${colours.dark}${ownColour()}}
*{box-sizing:border-box;margin:0}
button,textarea{font:inherit;color:inherit}
button{cursor:pointer}
:focus-visible{outline:2px solid var(--brand);outline-offset:2px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[hidden]{display:none!important}`;

  const chatLook = `
.launcher{position:fixed;z-index:2147483000;right:max(16px,env(safe-area-inset-right));bottom:max(16px,env(safe-area-inset-bottom));width:56px;height:56px;border:0;border-radius:50%;background:#B5371F;box-shadow:var(--shadow);padding:11px;transition:transform .15s ease-out}
.launcher:hover{transform:translateY(-2px)}
.launcher svg{width:100%;height:100%;display:block}
.badge{position:absolute;top:-2px;right:-2px;min-width:20px;height:20px;border-radius:10px;background:var(--brand);color:var(--on-brand);font-size:12px;line-height:20px;text-align:center;padding:0 5px}
.panel{position:fixed;z-index:2147483001;right:max(16px,env(safe-area-inset-right));bottom:max(16px,env(safe-area-inset-bottom));width:380px;height:min(600px,calc(100dvh - 32px));display:flex;flex-direction:column;background:var(--bg);border:1px solid var(--line);border-radius:10px;box-shadow:var(--shadow);overflow:hidden}
header{display:flex;align-items:center;gap:12px;padding:12px 12px 12px 16px;background:var(--surface);border-bottom:1px solid var(--line)}
header>svg{width:32px;height:32px;flex:none}
header div{flex:1;min-width:0}
h2{font-size:16px;font-weight:650}
header p{font-size:12px;color:var(--ink-2)}
.plain{border:0;background:none;border-radius:6px;width:40px;height:40px;display:grid;place-items:center;color:var(--ink-2)}
.plain:hover{background:var(--bg);color:var(--ink)}
.plain svg{width:20px;height:20px}
.log{flex:1;overflow-y:auto;overscroll-behavior:contain;padding:16px;display:flex;flex-direction:column;gap:8px}
.message{max-width:86%;padding:8px 12px;border-radius:10px;white-space:pre-line;overflow-wrap:anywhere;font-size:15px}
.assistant{align-self:flex-start;background:var(--surface);border:1px solid var(--line);border-bottom-left-radius:3px}
.shopper{align-self:flex-end;background:var(--brand);color:var(--on-brand);border-bottom-right-radius:3px}
.failed{align-self:flex-end;font-size:12px;color:var(--bad);display:flex;gap:8px;align-items:center}
.note{align-self:center;font-size:12px;color:var(--ink-2)}
.replies{display:flex;flex-wrap:wrap;gap:8px;padding-top:4px}
.chip{border:1px solid var(--brand);color:var(--brand);background:var(--surface);border-radius:18px;min-height:36px;padding:4px 14px;font-size:14px;text-align:start}
.chip:hover{background:var(--soft)}
.cards{display:flex;gap:8px;overflow-x:auto;scroll-snap-type:x proximity;scroll-padding-inline:16px;margin:0 -16px;padding:2px 16px 6px;list-style:none;flex:none}
.judge{display:flex;gap:8px;align-items:center;font-size:12px;color:var(--ink-2);padding:0 16px 8px}
.judge .chip{min-height:28px;padding:0 12px;font-size:12px}
.dots{display:flex;gap:4px;padding:14px 12px}
.dots i{width:7px;height:7px;border-radius:50%;background:var(--ink-2);animation:wait 1.2s infinite}
.dots i:nth-child(2){animation-delay:.2s}.dots i:nth-child(3){animation-delay:.4s}
@keyframes wait{0%,60%,100%{opacity:.25}30%{opacity:1}}
form{display:flex;gap:8px;align-items:flex-end;padding:12px;background:var(--surface);border-top:1px solid var(--line);padding-bottom:max(12px,env(safe-area-inset-bottom))}
textarea{flex:1;resize:none;min-height:44px;max-height:120px;padding:9px 12px;border:1px solid var(--ink-2);border-radius:6px;background:var(--surface);field-sizing:content}
.send{flex:none;width:44px;height:44px;border:0;border-radius:6px;background:var(--brand);color:var(--on-brand);display:grid;place-items:center}
.send:disabled{opacity:.45;cursor:default}
.send svg{width:20px;height:20px}
@media (max-width:480px){.panel{inset:0;width:auto;height:100dvh;border:0;border-radius:0}header{padding-top:max(12px,env(safe-area-inset-top))}}
@media (prefers-reduced-motion:reduce){.launcher{transition:none}.dots i{animation:none}}`;

  const cardLook = `
.card{flex:none;width:148px;scroll-snap-align:start;background:var(--surface);border:1px solid var(--line);border-radius:10px;overflow:hidden;display:flex;flex-direction:column;color:var(--ink);text-decoration:none;font-size:14px;height:100%;text-align:start;padding:0}
a.card:hover,button.card:hover{border-color:var(--brand)}
.card img,.card .blank{width:100%;aspect-ratio:1;object-fit:cover;background:var(--soft);display:block}
:host([data-theme=dark]) .card img{filter:brightness(.86)}
@media (prefers-color-scheme:dark){:host(:not([data-theme=light])) .card img{filter:brightness(.86)}}
.card span{display:block;padding:0 8px}
.card .name{padding-top:8px;font-weight:600;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
.card .price{font-variant-numeric:tabular-nums;padding-bottom:8px}
.card .why{font-size:12px;color:var(--ink-2);padding-bottom:8px;margin-top:auto}`;

  const stroke = path => `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${path}"/></svg>`;
  const seal = '<svg viewBox="0 0 36 36" aria-hidden="true"><rect width="36" height="36" rx="7" fill="#B5371F"/><g fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"><path d="M18 6.500v4M12 7.500l1.800 3M24 7.500l-1.800 3M8 15v-3.500h20V15M13 14.500h10v4H13zM12.500 21.500h11M10 25.500h16M18 21.500v7.500q0 1.500-3 .7"/></g></svg>';

  function make(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'on') Object.entries(value).forEach(([type, handler]) => made.addEventListener(type, handler));
      else if (key === 'icon') made.innerHTML = value; // one of the drawings above, never data
      else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
    }
    made.append(...children.filter(child => child !== null && child !== undefined));
    return made;
  }

  const absolute = address => {
    try {
      const url = new URL(address, host);
      return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
    } catch { return null; }
  };

  function card(product, placement) {
    const picture = product.imageUrl && absolute(product.imageUrl);
    const address = product.url && absolute(product.url);
    const click = () => emit('product', { productId: product.productId, placement });
    return make(address ? 'a' : 'button',
      { class: 'card', href: address, type: address ? null : 'button', on: { click } },
      picture ? make('img', { src: picture, alt: '', loading: 'lazy' }) : make('div', { class: 'blank' }),
      make('span', { class: 'name' }, product.title),
      make('span', { class: 'price' }, product.price),
      product.why ? make('span', { class: 'why' }, product.why) : null);
  }

  function shadow(element, ...styles) {
    const root = element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [look, ...styles].map(sheet);
    const theme = given.theme || document.documentElement.dataset.theme;
    if (theme) element.setAttribute('data-theme', theme);
    element.lang = lang === 'zh' ? 'zh-CN' : 'en';
    return root;
  }

  // ---- the chat

  let box, panel, log, field, send, launcher, judge, session, waiting = false, opener, unread = 0;

  function build() {
    box = make('div', { id: 'shopkeeper-chat' });
    const root = shadow(box, chatLook, cardLook);
    launcher = make('button', {
      class: 'launcher', type: 'button', 'aria-label': t.open, 'aria-haspopup': 'dialog', icon: seal,
      on: { click: open },
    });
    log = make('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': t.title, tabindex: '0' });
    field = make('textarea', {
      rows: '1', maxlength: '1000', 'aria-label': t.input, placeholder: t.input, enterkeyhint: 'send',
      on: {
        input: () => { send.disabled = waiting || !field.value.trim(); },
        keydown: event => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            say(field.value);
          }
        },
      },
    });
    send = make('button', { class: 'send', 'aria-label': t.send, disabled: true, icon: stroke('M4 12 20 4l-5 16-4-6-7-2Zm7 2 4-5') });
    judge = make('div', { class: 'judge', hidden: true }, make('span', {}, t.helped),
      make('button', { class: 'chip', type: 'button', on: { click: () => rate(true) } }, t.yes),
      make('button', { class: 'chip', type: 'button', on: { click: () => rate(false) } }, t.no));
    panel = make('section', { class: 'panel', role: 'dialog', 'aria-label': t.title, hidden: true, on: { keydown: keys } },
      make('header', {},
        make('div', {}, make('h2', {}, t.title), make('p', {}, t.about)),
        make('button', { class: 'plain', type: 'button', 'aria-label': t.again, title: t.again, icon: stroke('M4 4v6h6M4.500 10a8 8 0 1 1-.5 4'), on: { click: restart } }),
        make('button', { class: 'plain', type: 'button', 'aria-label': t.close, title: t.close, icon: stroke('M6 6l12 12M18 6 6 18'), on: { click: close } })),
      log, judge,
      make('form', { on: { submit: event => { event.preventDefault(); say(field.value); } } }, field, send));
    panel.querySelector('header').insertAdjacentHTML('afterbegin', seal);
    root.append(launcher, panel);
    document.body.append(box);
  }

  function keys(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') {
      const stops = [...panel.querySelectorAll('button,textarea,a,[tabindex="0"]')]
        .filter(stop => !stop.disabled && stop.offsetParent);
      const at = box.shadowRoot.activeElement;
      if (event.shiftKey ? at === stops[0] : at === stops.at(-1)) {
        event.preventDefault();
        (event.shiftKey ? stops.at(-1) : stops[0]).focus();
      }
    }
  }

  function open(event, restored) {
    if (!box) build();
    if (!panel.hidden) return;
    opener = document.activeElement;
    panel.hidden = false;
    launcher.hidden = true;
    unread = 0;
    launcher.querySelector('.badge')?.remove();
    store.set('open', '1');
    if (!restored) field.focus();
    emit('open');
    if (!session) begin();
    else toEnd();
  }

  function close() {
    if (!box || panel.hidden) return;
    panel.hidden = true;
    launcher.hidden = false;
    store.set('open', null);
    (opener && opener !== document.body && opener !== box ? opener : launcher).focus();
    emit('close');
  }

  async function begin() {
    waitFor(true);
    try {
      const known = store.get(sessionName());
      if (known) session = await call('GET', 'chat/sessions/' + encodeURIComponent(known)).catch(missing);
      if (!session) {
        session = await call('POST', 'chat/sessions', { lang: lang === 'zh' ? 'zh-CN' : 'en', identityToken: identity || null, visitorId: visitorId() });
        store.set(sessionName(), session.id);
        emit('conversation', { started: true });
      }
      waitFor(false);
      session.messages.forEach((message, at) => show(message, at === session.messages.length - 1));
    } catch {
      waitFor(false);
      problem(t.offline, begin);
    }
  }

  function missing(failure) {
    if (failure.status !== 404) throw failure;
    return null;
  }

  function restart() {
    store.set(sessionName(), null);
    session = null;
    log.replaceChildren(make('p', { class: 'note' }, t.ended));
    judge.hidden = true;
    field.focus();
    begin();
  }

  async function say(text) {
    const said = text.trim();
    if (!said || waiting || !session) return;
    field.value = '';
    log.querySelectorAll('.replies').forEach(replies => replies.remove());
    show({ author: 'shopper', text: said, cards: [], quickReplies: [] }, false);
    await deliver(said);
  }

  async function deliver(said) {
    waitFor(true);
    try {
      const answer = await call('POST', `chat/sessions/${encodeURIComponent(session.id)}/messages`, { text: said, productId: given.product || null });
      waitFor(false);
      show(answer, true);
      judge.hidden = judge.done || !['order_status', 'return_item', 'recommend', 'find_product'].includes(answer.intent);
      emit('message', { author: 'assistant', intent: answer.intent });
      if (panel.hidden) badge();
    } catch (failure) {
      waitFor(false);
      problem(failure.status === 429 ? t.slow : t.failed, () => deliver(said));
    }
  }

  async function rate(helpful) {
    judge.done = true;
    judge.hidden = true;
    log.append(make('p', { class: 'note' }, t.thanks));
    toEnd();
    await call('POST', `chat/sessions/${encodeURIComponent(session.id)}/feedback`, { helpful, comment: null }).catch(() => {});
  }

  function badge() {
    unread++;
    launcher.querySelector('.badge')?.remove();
    launcher.append(make('span', { class: 'badge', 'aria-hidden': 'true' }, String(unread)));
  }

  function show(message, last) {
    const own = message.author === 'shopper';
    const bubble = make('div', { class: 'message ' + (own ? 'shopper' : 'assistant') },
      make('span', { class: 'hidden' }, (own ? t.you : t.assistant) + ': '), message.text);
    log.append(bubble);
    if (message.cards.length) {
      log.append(make('ul', { class: 'cards', 'aria-label': t.products, tabindex: '0' },
        ...message.cards.map(product => make('li', {}, card(product, 'chat')))));
    }
    if (last && message.quickReplies.length) {
      log.append(make('div', { class: 'replies' }, ...message.quickReplies.map(reply =>
        make('button', { class: 'chip', type: 'button', on: { click: () => { say(reply); field.focus(); } } }, reply))));
    }
    // A long answer is read from its beginning.
    log.scrollTop = Math.min(log.scrollHeight, bubble.offsetTop - log.offsetTop - 48);
  }

  function problem(text, again) {
    const line = make('div', { class: 'failed', role: 'alert' }, text, make('button', {
      class: 'chip', type: 'button', on: { click: () => { line.remove(); again(); } },
    }, t.retry));
    log.append(line);
    toEnd();
  }

  function waitFor(now) {
    waiting = now;
    send.disabled = now || !field.value.trim();
    log.querySelector('.dots')?.remove();
    if (now) {
      log.append(make('div', { class: 'message assistant dots', icon: '<i></i><i></i><i></i>', role: 'img', 'aria-label': t.typing }));
      toEnd();
    }
  }

  const toEnd = () => { log.scrollTop = log.scrollHeight; };

  // Who signs in is the visitor of before; who signs out is not any more. Nothing waits for it.
  function meet(before) {
    if (!allowed) return;
    const own = visitorId();
    if (identity) call('POST', 'customers/me/identities', { visitorId: own, source: 'sign-in' }).catch(() => {});
    else call('DELETE', 'customers/me/identities/' + encodeURIComponent(own), null, before).catch(() => {});
  }

  // What was decided before anything was kept is told when there is somebody to tell it of.
  function decide(yes) {
    const own = visitor || store.get('visitor');
    if (own) {
      call('PUT', `visitors/${encodeURIComponent(own)}/consent`,
        { personalisation: yes, analytics: yes, source: location.hostname.slice(0, 200) }).catch(() => {});
    }
  }

  // ---- what a shop's page may use

  const functions = {
    /** The version of this file's interface. */
    version: 1,

    /** Opens the chat. */
    open: () => open(),

    /** Closes the chat. */
    close,

    /** Says who is signed in, by the token that the shop's server made; empty for nobody. */
    identify(token) {
      const next = token || '';
      if (next === identity) return;
      const before = identity;
      identity = next;
      session = null;
      meet(before);
      if (box) {
        log.replaceChildren();
        if (!panel.hidden) begin();
      }
    },

    /** Sends what the visitor did: {type, productId, value, context}. Resolves when it is kept. */
    async track(event) {
      if (!allowed) return false;
      await call('POST', 'events', {
        eventId: uuid(), visitorId: visitorId(), channel: 'web', time: new Date().toISOString(), ...event,
      });
      return true;
    },

    /** Shows recommended products in an element: {placement, product, n, filter}. Resolves to their ids. */
    async recommend(element, options = {}) {
      const query = new URLSearchParams({ include: 'product', n: options.n || 8, visitor: visitorId() });
      if (options.placement) query.set('placement', options.placement);
      if (options.product || given.product) query.set('product', options.product || given.product);
      if (options.filter) query.set('filter', options.filter);
      const answer = await call('GET', 'recommendations?' + query);
      const root = element.shadowRoot || shadow(element, cardLook,
        ':host{display:block}.row{display:flex;gap:12px;overflow-x:auto;list-style:none;padding:2px}');
      root.replaceChildren(make('ul', { class: 'row', 'aria-label': t.products },
        ...answer.items.map(item => make('li', {}, card({
          productId: item.productId, title: item.product.title, price: item.product.priceText,
          imageUrl: item.product.imageUrl, url: item.product.url, why: item.reasonText,
        }, options.placement || 'page')))));
      return answer.items.map(item => item.productId);
    },

    /** Calls a function on open, close, conversation, message, product; returns one that ends it. */
    on(name, listener) {
      (listeners[name] ||= []).push(listener);
      return () => { listeners[name] = listeners[name].filter(one => one !== listener); };
    },

    /** Allows or forbids to keep anything in the browser and to send behaviour. */
    consent(yes) {
      if (!yes) decide(false);
      allowed = Boolean(yes);
      if (allowed) {
        store.set('consent', '1');
        store.set('visitor', visitorId());
        decide(true);
        if (session) store.set(sessionName(), session.id);
      } else {
        store.forget();
      }
    },
  };

  if (!allowed) {
    try { allowed = localStorage.getItem('shopkeeper.consent') === '1'; } catch { /* not allowed */ }
  }
  window.Shopkeeper = Object.freeze(functions);
  queued.forEach(([name, ...rest]) => functions[name]?.(...rest));

  const start = () => {
    // Once for each token: a page that names its customer in the tag has signed somebody in.
    if (identity && store.get('met') !== sessionName()) {
      meet('');
      store.set('met', sessionName());
    }
    if (given.launcher !== 'none') {
      build();
      // A full-screen panel would hide the page that a shopper has just gone to.
      if (store.get('open') && innerWidth > 480) open(null, true);
    }
    window.dispatchEvent(new CustomEvent('shopkeeper:ready'));
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
