// What people do: comes again while events are being read, and shows that an answer is on its way.
(() => {
  'use strict';
  if (document.querySelector('[data-loading]')) {
    setTimeout(() => location.reload(), 1000);
  }
  document.querySelector('#choose')?.addEventListener('submit', () => {
    document.querySelector('main').setAttribute('aria-busy', 'true');
  });
  // Coming back by the button of the browser shows the page as it was left.
  window.addEventListener('pageshow', () => document.querySelector('main').removeAttribute('aria-busy'));
})();
