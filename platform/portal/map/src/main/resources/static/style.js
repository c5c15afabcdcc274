// The calm base map: one source, drawn by kind. Labels use the page's own font, so no glyph server is needed.

const LIGHT = {
  field: '#eff0e4', meadow: '#e4ecd7', forest: '#cbdfbd', town: '#e9e7e1', block: '#f5f3ee', works: '#e9e6ea',
  green: '#cfe3c0', plaza: '#f8ead2', parking: '#dde5ec', water: '#a5cfe2', streamEdge: '#cfe3c0', path: '#f9f6ee',
  street: '#ffffff', ring: '#fffdf6', road: '#fde7bd', casing: '#d5d0c5', motorway: '#f0b878', motorwayCasing: '#c98f4f',
  rail: '#8c8a88', sleeper: '#f2f0ec', building: '#dbd5ca', buildingEdge: '#c4bcae', landmark: '#b9a995',
  label: '#3b4448', street_label: '#6a6d6c', water_label: '#2d6d8a', halo: '#fdfcf8',
};

const DARK = {
  field: '#171e1c', meadow: '#19231f', forest: '#182a21', town: '#1f272b', block: '#252e33', works: '#262c35',
  green: '#1d3529', plaza: '#3a3427', parking: '#26333f', water: '#17485c', streamEdge: '#1d3529', path: '#37423f',
  street: '#3a464d', ring: '#455159', road: '#5d553f', casing: '#151c1f', motorway: '#80602f', motorwayCasing: '#3c2f1c',
  rail: '#77838a', sleeper: '#262e33', building: '#313c43', buildingEdge: '#3f4c54', landmark: '#5b574c',
  label: '#e3e9ea', street_label: '#a8b2b5', water_label: '#84c3dc', halo: '#12191c',
};

const width = (at12, at15, at18) => ['interpolate', ['exponential', 1.6], ['zoom'], 12, at12, 15, at15, 18, at18];

/** Builds the style for the bundled base map, given as GeoJSON. */
export function baseStyle(data, dark, font) {
  const c = dark ? DARK : LIGHT;
  const is = (...kinds) => ['match', ['get', 'kind'], kinds, true, false];
  const area = (id, color, extra = {}) => ({
    id, type: 'fill', source: 'base', filter: is(id), paint: { 'fill-color': color, ...extra } });
  const line = (id, kinds, color, size, extra = {}) => ({
    id, type: 'line', source: 'base', filter: is(...kinds),
    layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': color, 'line-width': size, ...extra } });
  const label = (id, kind, minzoom, layout, color) => ({
    id, type: 'symbol', source: 'base', filter: is(kind), minzoom,
    layout: { 'text-field': ['get', 'name'], 'text-font': [font], ...layout },
    paint: { 'text-color': color, 'text-halo-color': c.halo, 'text-halo-width': 1.6 } });
  const along = (size, spacing) => ({
    'symbol-placement': 'line', 'text-size': size, 'symbol-spacing': spacing, 'text-max-angle': 30 });
  return {
    version: 8,
    sources: { base: { type: 'geojson', data, tolerance: 0.2, buffer: 64 } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': c.field } },
      area('meadow', c.meadow), area('forest', c.forest),
      line('stream-edge', ['stream'], c.streamEdge, width(4, 22, 130)),
      area('town', c.town), area('block', c.block), area('works', c.works), area('green', c.green),
      line('stream-edge-town', ['stream'], c.streamEdge, width(2, 14, 90), { 'line-opacity': 0.85 }),
      line('stream', ['stream'], c.water, width(1.2, 5, 34)),
      area('water', c.water), area('plaza', c.plaza), area('parking', c.parking),
      line('path', ['path'], c.path, width(0.5, 2, 14)),
      line('street-casing', ['street'], c.casing, width(0, 6.4, 34)),
      line('ring-casing', ['ring'], c.casing, width(1.5, 8.6, 44)),
      line('road-casing', ['road'], c.casing, width(2.4, 9.6, 48)),
      line('street', ['street'], c.street, width(0.6, 4.8, 30)),
      line('ring', ['ring'], c.ring, width(1.2, 7, 40)),
      line('road', ['road'], c.road, width(1.8, 8, 44)),
      area('building', c.building, { 'fill-outline-color': c.buildingEdge }),
      area('landmark', c.landmark, { 'fill-outline-color': c.buildingEdge }),
      line('rail', ['rail'], c.rail, width(1.6, 4.5, 18)),
      { ...line('rail-dash', ['rail'], c.sleeper, width(0.8, 2.6, 12), { 'line-dasharray': [3, 3] }), layout: {} },
      line('motorway-casing', ['motorway'], c.motorwayCasing, width(4, 13, 70)),
      line('motorway', ['motorway'], c.motorway, width(3, 10.5, 62)),
      label('street-name', 'street', 15.6, along(11.5, 260), c.street_label),
      label('ring-name', 'ring', 14.6, along(12, 420), c.street_label),
      label('road-name', 'road', 14, along(12.5, 380), c.street_label),
      label('motorway-name', 'motorway', 11, along(12, 340), c.label),
      label('stream-name', 'stream', 13.5, along(12, 420), c.water_label),
      { ...label('place', 'place', 13.6, {
        'text-size': ['interpolate', ['linear'], ['zoom'], 13, 12, 17, 15.5], 'text-max-width': 8,
        'text-offset': [0, 1.1], 'text-anchor': 'top', 'text-optional': true }, c.label) },
      { ...label('town-name', 'town-name', 9, { 'text-size': 20, 'text-letter-spacing': 0.08 }, c.label), maxzoom: 13.6 },
    ],
  };
}

/** Whether a colour, as the browser computes it, is dark. */
export function isDark(color) {
  const [r, g, b] = (color.match(/[\d.]+/g) || [255, 255, 255]).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b < 110;
}
