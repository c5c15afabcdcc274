// The portal's own script. Every page works without it; with it the menu follows bundles that come and go, and open
// drop-downs close as people expect.
const SVG = 'http://www.w3.org/2000/svg';

const icon = path => {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'en-icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(SVG, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
};

const entry = item => {
  const li = document.createElement('li');
  const a = document.createElement('a');
  a.href = item.href;
  if (item.current) a.setAttribute('aria-current', 'page');
  if (item.icon) a.append(icon(item.icon));
  const text = document.createElement('span');
  text.textContent = item.title;
  if (item.lang) text.lang = item.lang;
  a.append(text);
  li.append(a);
  return li;
};

/** Keeps the focus: only entries that came, went or changed are touched. */
const merge = (list, items) => {
  const old = new Map([...list.children].map(li => [li.firstElementChild.getAttribute('href'), li]));
  items.forEach((item, at) => {
    const known = old.get(item.href);
    old.delete(item.href);
    const same = known && known.textContent.trim() === item.title;
    const li = same ? known : entry(item);
    if (known && !same) known.remove();
    if (list.children[at] !== li) list.insertBefore(li, list.children[at] ?? null);
  });
  old.forEach(li => li.remove());
};

class Menu extends HTMLElement {
  connectedCallback() {
    this.stream = new EventSource('/live?channel=menu');
    const reload = () => this.reload();
    this.stream.onmessage = reload;
    this.stream.addEventListener('resync', reload);
  }

  disconnectedCallback() {
    this.stream.close();
  }

  async reload() {
    const here = encodeURIComponent(this.dataset.here ?? '');
    const answer = await fetch(`${this.dataset.source}?hier=${here}`, { headers: { accept: 'application/json' } });
    if (answer.ok) merge(this.querySelector('[data-menu]'), (await answer.json()).items);
  }
}
customElements.define('en-menu', Menu);

const drops = () => document.querySelectorAll('details.en-drop[open]');
document.addEventListener('click', event => drops().forEach(drop => {
  if (!drop.contains(event.target)) drop.open = false;
}));
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  drops().forEach(drop => {
    if (drop.contains(document.activeElement)) drop.firstElementChild.focus();
    drop.open = false;
  });
});

document.querySelector('.en-errors')?.focus();
