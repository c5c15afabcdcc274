// Brings the map page to life. Without this script it is a complete list and table with a filter form.
import { age, renewAges } from './age.js';
import { calmly, listen } from './live.js';
import { matcher } from './filter.js';
import { loadTopology } from './topology.js';

const page = document.getElementById('map-page');
const form = document.getElementById('map-filter');
const stage = document.getElementById('map-stage');
const text = page.dataset;
const markOf = { FREE: 'frei', OCCUPIED: 'belegt', FAULT: 'stoerung', UNKNOWN: 'unbekannt', READING: 'messwert', WARNING: 'auffaellig' };
const layers = [...form.querySelectorAll('input[name=ebene]')].map((box) => ({
  box,
  id: box.value,
  title: box.parentElement.querySelector('.map-toggle__name').textContent,
  iconPaths: [...box.parentElement.querySelectorAll('[data-icon] path')].map((path) => path.getAttribute('d')),
}));
const loaded = new Map();
let city;

const results = () => document.getElementById('map-results');
const fill = (template, ...values) => template.replace(/\{(\d)\}/g, (_, i) => values[i]);

async function load(id) {
  const answer = await fetch(`${text.page}/ebenen/${id}.geojson`, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const data = await answer.json();
  for (const { properties: p } of data.features) p.symbol = JSON.stringify(['s', id, p.state, p.value]);
  return data;
}

function chosen(data) {
  return { ...data, features: data.features.filter(matcher(new FormData(form))) };
}

function isShown(layer) {
  return layer.box.checked || !layers.some((other) => other.box.checked);
}

async function refresh(layer) {
  const before = loaded.get(layer.id);
  const data = await load(layer.id);
  loaded.set(layer.id, data);
  city?.update(layer.id, chosen(data));
  const same = before && before.features.length === data.features.length && before.failed === data.failed;
  if (same && !data.features.some((f) => moved(f, before))) patchRows(layer.id, data);
  else swapResults(location.href, false);
  patchCounts(layer.id, data);
}

/** Whether a change in state makes a row enter or leave a filtered list. */
function moved(feature, before) {
  const old = before.byId ||= new Map(before.features.map((f) => [f.properties.id, f]));
  const known = old.get(feature.properties.id);
  const match = matcher(new FormData(form));
  return !known || match(known) !== match(feature);
}

function patchRows(layerId, data) {
  const rows = new Map([...results().querySelectorAll('[data-feature]')].map((row) => [row.dataset.feature, row]));
  for (const { properties: p } of data.features) {
    const row = rows.get(`${layerId}/${p.id}`);
    if (row) patchRow(row, p);
  }
  results().querySelector(`[data-stale="${layerId}"]`)?.remove();
}

function patchRow(row, p) {
  const set = (field, value) => {
    const cell = row.querySelector(`[data-field=${field}]`);
    if (cell && cell.textContent !== value) cell.textContent = value;
  };
  set('state', p.stateText);
  set('value', p.value);
  if (row.dataset.state !== p.state) {
    row.dataset.state = p.state;
    row.querySelector('.map-mark')?.replaceWith(mark(p.state));
  }
  if (p.observedAt) row.querySelector('[data-field=age]').replaceChildren(timeElement(p.observedAt));
}

function patchCounts(layerId, data) {
  if (data.failed) return;
  const of = (features) => {
    const free = features.filter((f) => f.properties.state === 'FREE').length;
    const all = free + features.filter((f) => f.properties.state === 'OCCUPIED').length;
    return all > 1 ? fill(text.textFreeOf, free, all) : undefined;
  };
  const match = matcher(new FormData(form));
  const shown = data.features.filter(match);
  form.querySelector(`[data-count="${layerId}"]`).textContent = of(shown) ?? String(shown.length);
  for (const count of results().querySelectorAll(`[data-layer="${layerId}"] [data-group]`)) {
    count.textContent = of(shown.filter((f) => f.properties.group === count.dataset.group)) ?? count.textContent;
  }
}

function mark(state) {
  return form.querySelector(`[data-mark=${markOf[state]}]`).cloneNode(true);
}

function timeElement(instant) {
  const time = document.createElement('time');
  time.dateTime = instant;
  time.textContent = age(instant, text.textNow);
  return time;
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function popupContent(layerId, { properties: p }) {
  const layer = layers.find((known) => known.id === layerId);
  const box = element('div', 'map-popup');
  box.append(element('p', 'map-popup__layer', [layer.title, p.group].filter(Boolean).join(' · ')));
  box.append(element('h2', 'map-popup__name', p.name));
  const state = element('p', 'map-popup__state', mark(p.state), element('span', '', p.stateText));
  if (p.value) state.append(element('strong', '', p.value));
  box.append(state);
  box.append(element('p', 'map-popup__age', `${text.textAge}: `, p.observedAt ? timeElement(p.observedAt) : text.textNever));
  if (p.path) {
    const link = element('a', 'map-popup__link', text.textMore);
    link.href = `${text.page.replace(/[^/]+$/, '')}${p.path}`;
    box.append(link);
  }
  return box;
}

function showButtons() {
  for (const button of results().querySelectorAll('[data-show]')) button.hidden = !city;
}

async function swapResults(address, keep = true) {
  const answer = await fetch(address);
  if (!answer.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = next.getElementById('map-results');
  const open = [...results().querySelectorAll('details[open] .map-group__name')].map((name) => name.textContent);
  results().replaceWith(document.adoptNode(fresh));
  for (const name of fresh.querySelectorAll('.map-group__name')) {
    if (open.includes(name.textContent)) name.closest('details').open = true;
  }
  page.dataset.view = next.getElementById('map-page').dataset.view;
  if (keep) history.replaceState(null, '', address);
  showButtons();
}

function addressOfForm() {
  const all = layers.every((layer) => layer.box.checked);
  const query = new URLSearchParams([...new FormData(form)].filter(([name, value]) => value && !(all && name === 'ebene')));
  if (page.dataset.view === 'tabelle') query.set('ansicht', 'tabelle');
  else query.delete('ansicht');
  return `${text.page}?${query}`;
}

function applyFilter() {
  for (const layer of layers) {
    const data = loaded.get(layer.id);
    if (!data) continue;
    city?.update(layer.id, chosen(data));
    city?.show(layer.id, isShown(layer));
    patchCounts(layer.id, data);
  }
  swapResults(addressOfForm());
}

function listenToVisitor() {
  let typing;
  form.addEventListener('change', applyFilter);
  form.addEventListener('input', (event) => {
    if (event.target.type !== 'search') return;
    clearTimeout(typing);
    typing = setTimeout(applyFilter, 300);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    applyFilter();
  });
  page.addEventListener('click', async (event) => {
    const tab = event.target.closest('a[data-swap]');
    if (tab) {
      event.preventDefault();
      await swapResults(tab.href);
      results().querySelector('a[aria-current]')?.focus();
    }
    const show = event.target.closest('[data-show]');
    if (show) {
      const [layer, id] = show.closest('[data-feature]').dataset.feature.split('/');
      stage.scrollIntoView({ block: 'nearest' });
      city.open(layer, id, show);
    }
  });
}

function settings(base) {
  return {
    page,
    base,
    styleUrl: text.style,
    attribution: text.style ? text.attribution : text.textDemo,
    center: text.center.split(',').map(Number),
    zoom: Number(text.zoom) - (innerWidth < 700 ? 0.8 : 0),
    texts: { freeOf: text.textFreeOf },
    controls: {
      'Map.Title': text.textCanvas,
      'Popup.Close': text.textClose,
      'NavigationControl.ZoomIn': text.textZoomIn,
      'NavigationControl.ZoomOut': text.textZoomOut,
      'CooperativeGesturesHandler.MobileHelpText': text.textTwoFingers,
    },
    popupContent,
  };
}

async function startMap() {
  stage.hidden = false;
  page.classList.add('map-page--live');
  try {
    const [{ CityMap }, base] = await Promise.all([import('./citymap.js'), text.style ? undefined : loadTopology(text.base)]);
    const made = new CityMap('map-canvas', settings(base));
    await made.ready;
    city = made;
  } catch (error) {
    city = undefined;
    document.getElementById('map-canvas').hidden = true;
    document.getElementById('map-broken').hidden = false;
    console.warn('The map cannot be drawn', error);
  }
}

async function firstLoad(layer) {
  const data = await load(layer.id).catch(() => undefined);
  if (!data) return;
  loaded.set(layer.id, data);
  patchCounts(layer.id, data);
}

async function showMap(firstData) {
  await startMap();
  await firstData;
  for (const layer of [...layers].reverse()) {
    if (city && loaded.has(layer.id)) city.addLayer(layer, chosen(loaded.get(layer.id)), isShown(layer));
  }
  showButtons();
  city?.map.once('idle', () => (document.documentElement.dataset.mapIdle = 'true'));
}

// The list is kept up to date whether or not there is a map.
listenToVisitor();
renewAges(page, text.textNow);
setInterval(() => renewAges(page, text.textNow), 20_000);
const firstData = Promise.all(layers.map(firstLoad));
const map = showMap(firstData);
await firstData;
const refreshers = new Map(layers.map((layer) => [layer.id, calmly(700, () => refresh(layer))]));
listen(text.live, layers.map((layer) => layer.id), (id) => refreshers.get(id)?.());
await map;
