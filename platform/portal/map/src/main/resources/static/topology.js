// Reads the bundled base map: TopoJSON without shared arcs.

/** Fetches a topology and gives its object "base" as GeoJSON. */
export async function loadTopology(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return toGeoJson(await answer.json());
}

/** Turns the object "base" of a topology into a GeoJSON feature collection. */
export function toGeoJson({ transform, objects, arcs }) {
  const [scaleX, scaleY] = transform.scale;
  const [originX, originY] = transform.translate;
  const place = (x, y) => [originX + x * scaleX, originY + y * scaleY];
  const lines = arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => place((x += dx), (y += dy)));
  });
  const resolve = (index) => (Array.isArray(index) && typeof index[0] === 'number' ? lines[index[0]] : index.map(resolve));
  const features = objects.base.geometries.map(({ type, properties, arcs: parts, coordinates }) => ({
    type: 'Feature',
    properties,
    geometry: { type, coordinates: parts ? parts.map(resolve) : coordinates.map(([x, y]) => place(x, y)) },
  }));
  return { type: 'FeatureCollection', features };
}
