// The map itself: base style, one clustered or plain source per layer, symbols made on demand, pop-ups.
import * as maplibre from './vendor/maplibre-gl/maplibre-gl.js';
import { baseStyle, isDark } from './style.js';
import { PIXEL_RATIO, Symbols } from './symbols.js';

const CLUSTER_FROM = 24;
const CLUSTER_UNTIL_ZOOM = 16;
const LOAD_LIMIT = 30_000;

maplibre.setWorkerUrl(new URL('./vendor/maplibre-gl/maplibre-gl-worker.js', import.meta.url).href);

/** The map with the layers of the city. */
export class CityMap {
  constructor(container, config) {
    this.config = config;
    this.layers = new Map();
    const body = getComputedStyle(document.body);
    this.dark = isDark(body.backgroundColor);
    this.font = body.fontFamily;
    this.symbols = new Symbols(getComputedStyle(config.page), this.font);
    config.page.classList.toggle('map-page--dark', this.dark);
    this.map = new maplibre.Map({
      container,
      style: config.styleUrl || baseStyle(config.base, this.dark, this.font),
      center: config.center,
      zoom: config.zoom,
      minZoom: 11.5,
      maxZoom: 20,
      maxBounds: config.styleUrl ? undefined : around(config.center, 0.056, 0.034),
      locale: config.controls,
      attributionControl: false,
      dragRotate: false,
      touchPitch: false,
      cooperativeGestures: matchMedia('(pointer: coarse)').matches,
      fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    const side = document.documentElement.dir === 'rtl' ? 'left' : 'right';
    this.map.addControl(new maplibre.NavigationControl({ showCompass: false }), `top-${side}`);
    this.map.addControl(new maplibre.ScaleControl({ unit: 'metric' }), `bottom-${side === 'right' ? 'left' : 'right'}`);
    this.map.addControl(new maplibre.AttributionControl({ compact: false, customAttribution: config.attribution }));
    this.map.setMissingStyleImageResolver((id) => this.draw(id));
    this.ready = new Promise((done, fail) => {
      this.map.once('load', done);
      setTimeout(() => fail(new Error('The style did not load in time')), LOAD_LIMIT);
    });
  }

  draw(id) {
    if (!id.startsWith('[') || this.map.hasImage(id)) return;
    this.map.addImage(id, this.symbols.image(id), { pixelRatio: PIXEL_RATIO });
  }

  addLayer(layer, data, visible) {
    this.symbols.setIcon(layer.id, layer.iconPaths);
    const countable = data.features.filter((f) => ['FREE', 'OCCUPIED'].includes(f.properties.state));
    const cluster = countable.length >= CLUSTER_FROM;
    this.layers.set(layer.id, { cluster, data });
    this.map.addSource(layer.id, {
      type: 'geojson',
      data,
      cluster,
      clusterRadius: 46,
      clusterMaxZoom: CLUSTER_UNTIL_ZOOM,
      clusterProperties: cluster ? { free: sumOf('FREE'), countable: sumOf('FREE', 'OCCUPIED') } : undefined,
    });
    if (cluster) this.addClusters(layer);
    this.addPoints(layer, cluster);
    this.show(layer.id, visible);
  }

  addClusters(layer) {
    const id = `${layer.id}-clusters`;
    const numbers = { '{0}': ['to-string', ['get', 'free']], '{1}': ['to-string', ['get', 'countable']] };
    const text = this.config.texts.freeOf.split(/(\{\d\})/).map((part) => numbers[part] ?? part);
    this.map.addLayer({
      id, type: 'symbol', source: layer.id, filter: ['has', 'point_count'],
      layout: {
        'icon-image': ['concat', '["c","', layer.id, '",', ['to-string', ['get', 'free']], ',0,"', ...text, '"]'],
        'icon-allow-overlap': true,
      },
    });
    this.onPick(id, async (feature) => {
      const zoom = await this.map.getSource(layer.id).getClusterExpansionZoom(feature.properties.cluster_id);
      this.map.easeTo({ center: feature.geometry.coordinates, zoom: Math.max(zoom, 17.4) });
    });
  }

  addPoints(layer, small) {
    const id = `${layer.id}-points`;
    const urgent = ['match', ['get', 'state'], ['FAULT', 'WARNING'], 0, 1];
    this.map.addLayer({
      id, type: 'symbol', source: layer.id, filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': ['get', 'symbol'],
        'icon-size': small ? ['interpolate', ['linear'], ['zoom'], 16, 0.55, 18, 0.85, 20, 1.1]
          : ['interpolate', ['linear'], ['zoom'], 12, 0.8, 15, 1],
        'icon-allow-overlap': small,
        'icon-padding': 1,
        'symbol-sort-key': urgent,
      },
    });
    this.onPick(id, (feature) => this.open(layer.id, feature.properties.id));
  }

  onPick(id, action) {
    this.map.on('click', id, (event) => action(event.features[0]));
    this.map.on('mouseenter', id, () => (this.map.getCanvas().style.cursor = 'pointer'));
    this.map.on('mouseleave', id, () => (this.map.getCanvas().style.cursor = ''));
  }

  update(layerId, data) {
    const known = this.layers.get(layerId);
    if (!known) return;
    known.data = data;
    this.map.getSource(layerId)?.setData(data);
    if (this.opened?.layer === layerId) this.refreshPopup();
  }

  show(layerId, visible) {
    for (const suffix of ['clusters', 'points']) {
      if (this.map.getLayer(`${layerId}-${suffix}`)) {
        this.map.setLayoutProperty(`${layerId}-${suffix}`, 'visibility', visible ? 'visible' : 'none');
      }
    }
    if (!visible && this.opened?.layer === layerId) this.popup.remove();
  }

  find(layerId, featureId) {
    return this.layers.get(layerId)?.data.features.find((f) => f.properties.id === featureId);
  }

  /** Shows a feature; the focus comes back to the opener when its pop-up closes. */
  open(layerId, featureId, opener) {
    const feature = this.find(layerId, featureId);
    if (!feature) return;
    this.popup?.remove();
    this.opened = { layer: layerId, id: featureId };
    this.popup = new maplibre.Popup({ maxWidth: '19rem', offset: 16, className: 'en-popup' })
      .setLngLat(feature.geometry.coordinates)
      .setDOMContent(this.config.popupContent(layerId, feature))
      .addTo(this.map);
    this.popup.once('close', () => {
      this.opened = undefined;
      opener?.focus();
    });
    if (opener) this.flyTo(layerId, feature);
  }

  flyTo(layerId, feature) {
    const zoom = this.layers.get(layerId).cluster ? 18 : 16.2;
    this.map.easeTo({ center: feature.geometry.coordinates, zoom: Math.max(this.map.getZoom(), zoom) });
  }

  refreshPopup() {
    const feature = this.find(this.opened.layer, this.opened.id);
    if (!feature) this.popup.remove();
    else this.popup.setDOMContent(this.config.popupContent(this.opened.layer, feature));
  }
}

function sumOf(...states) {
  return ['+', ['match', ['get', 'state'], states, 1, 0]];
}

function around([longitude, latitude], width, height) {
  return [[longitude - width, latitude - height], [longitude + width, latitude + height]];
}
