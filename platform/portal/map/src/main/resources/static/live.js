// Keeps a page up to date: the server says which layer changed, the page fetches that layer again.

/** Calls back with the id of a layer that changed, and with every id after the connection was away. */
export function listen(url, layerIds, changed) {
  const query = layerIds.map((id) => `channel=${encodeURIComponent(`map/${id}`)}`).join('&');
  const source = new EventSource(`${url}?${query}`);
  const all = () => layerIds.forEach(changed);
  let lost = false;
  source.addEventListener('resync', all);
  source.addEventListener('error', () => (lost = true));
  source.addEventListener('open', () => {
    if (lost) all();
    lost = false;
  });
  const one = (event) => {
    const id = layerOf(event, layerIds);
    if (id) changed(id);
    else all();
  };
  source.addEventListener('message', one);
  for (const id of layerIds) source.addEventListener(`map/${id}`, one);
  addEventListener('pagehide', () => source.close());
}

function layerOf(event, layerIds) {
  const named = event.type.startsWith('map/') ? event.type.slice(4) : undefined;
  if (named) return named;
  try {
    const { layer } = JSON.parse(event.data);
    return layerIds.includes(layer) ? layer : undefined;
  } catch {
    return undefined;
  }
}

/** At most one call at a time and one waiting, and a pause between two. */
export function calmly(pause, action) {
  let running = false;
  let again = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    await action().catch(() => undefined);
    await new Promise((done) => setTimeout(done, pause));
    running = false;
    if (again) {
      again = false;
      run();
    }
  };
  return run;
}
