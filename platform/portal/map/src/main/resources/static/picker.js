// A small map on which somebody chooses a place: by click, by dragging the pin, or by the arrow keys on it.
import * as maplibre from './vendor/maplibre-gl/maplibre-gl.js';
import { baseStyle, isDark } from './style.js';
import { loadTopology } from './topology.js';

const LOAD_LIMIT = 30_000;
const STEP = 8;
const LARGE_STEP = 80;
const CLOSE = 15.5;
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PIN = 'M12 1.5a8 8 0 0 0-8 8c0 5.6 8 13 8 13s8-7.4 8-13a8 8 0 0 0-8-8z';

maplibre.setWorkerUrl(new URL('./vendor/maplibre-gl/maplibre-gl-worker.js', import.meta.url).href);

export class PlacePicker {
  /**
   * @param container element that becomes the map
   * @param city data of the page of the city map: style, base, center, zoom, attribution, texts
   * @param texts data of the field: textPin
   * @param chosen called with latitude and longitude when somebody has chosen a place
   */
  constructor(container, city, texts, chosen) {
    this.chosen = chosen;
    this.calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.pin = this.makePin(texts.textPin);
    this.ready = this.open(container, city);
  }

  async open(container, city) {
    await styled();
    const base = city.style ? undefined : await loadTopology(city.base);
    const body = getComputedStyle(document.body);
    const start = this.place ?? maplibre.LngLat.convert(city.center.split(',').map(Number));
    this.map = new maplibre.Map({
      container,
      style: city.style || baseStyle(base, isDark(body.backgroundColor), body.fontFamily),
      center: start,
      zoom: this.place ? CLOSE : Number(city.zoom) - 1,
      maxZoom: 20,
      locale: {
        'Map.Title': city.textCanvas,
        'NavigationControl.ZoomIn': city.textZoomIn,
        'NavigationControl.ZoomOut': city.textZoomOut,
        'CooperativeGesturesHandler.MobileHelpText': city.textTwoFingers,
      },
      attributionControl: false,
      dragRotate: false,
      touchPitch: false,
      scrollZoom: false,
      cooperativeGestures: matchMedia('(pointer: coarse)').matches,
      fadeDuration: 0,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    const side = document.documentElement.dir === 'rtl' ? 'left' : 'right';
    this.map.addControl(new maplibre.NavigationControl({ showCompass: false }), `top-${side}`);
    this.map.addControl(new maplibre.AttributionControl({
      compact: true, customAttribution: city.style ? city.attribution : city.textDemo }));
    this.map.on('click', (event) => this.choose(event.lngLat));
    this.marker = new maplibre.Marker({ element: this.pin, draggable: true, anchor: 'bottom' });
    this.marker.on('dragend', () => this.choose(this.marker.getLngLat()));
    if (this.place) this.marker.setLngLat(this.place).addTo(this.map);
    await new Promise((done, fail) => {
      this.map.once('load', done);
      setTimeout(() => fail(new Error('The style did not load in time')), LOAD_LIMIT);
    });
  }

  makePin(label) {
    const pin = document.createElement('button');
    pin.type = 'button';
    pin.className = 'en-place__pin';
    pin.setAttribute('aria-label', label);
    const drawing = svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' });
    drawing.append(svg('path', { d: PIN }), svg('circle', { cx: 12, cy: 9.5, r: 3 }));
    pin.append(drawing);
    pin.addEventListener('keydown', (event) => this.move(event));
    return pin;
  }

  /** The arrow keys move the pin, not the map under it; where it would leave the map, the map follows. */
  move(event) {
    const direction = KEYS[event.key];
    if (!direction || !this.place) return;
    event.preventDefault();
    event.stopPropagation();
    const size = event.shiftKey ? LARGE_STEP : STEP;
    const from = this.map.project(this.place);
    this.choose(this.map.unproject([from.x + direction[0] * size, from.y + direction[1] * size]));
    if (!this.map.getBounds().contains(this.place)) this.map.jumpTo({ center: this.place });
  }

  /** Takes the centre of the map: for people who move the map by keyboard or have no place yet. */
  take() {
    if (!this.map) return;
    this.choose(this.map.getCenter());
    this.pin.focus();
  }

  choose(place) {
    this.put(place.wrap());
    this.chosen(this.place.lat, this.place.lng);
  }

  put(place) {
    this.place = place;
    this.marker?.setLngLat(place).addTo(this.map);
  }

  /** Shows what stands in the fields; nothing if that is no place. */
  show(latitude, longitude) {
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      this.place = undefined;
      this.marker?.remove();
      return;
    }
    this.put(new maplibre.LngLat(longitude, latitude));
    this.map?.[this.calm ? 'jumpTo' : 'easeTo']({ center: this.place });
  }
}

function svg(name, attributes) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** The style sheet of MapLibre, once a page; without it the map would be a heap of tiles. */
function styled() {
  const href = new URL('./vendor/maplibre-gl/maplibre-gl.css', import.meta.url).href;
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return Promise.resolve();
  return new Promise((done, fail) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = done;
    link.onerror = () => fail(new Error('The style sheet of the map is not there'));
    document.head.prepend(link);
  });
}
