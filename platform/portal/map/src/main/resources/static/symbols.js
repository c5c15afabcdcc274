// Draws map symbols: the state is told by shape first, colour only repeats it.

const RATIO = 2;
/** Line drawings on a 24 by 24 grid for layers whose legend shows no icon of its own. */
const FALLBACK_ICON = ['M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z'];

/** Makes symbols on demand and remembers nothing but the icons of the layers. */
export class Symbols {
  /** Takes the colours of the page, so that map, list and legend look the same. */
  constructor(style, font) {
    const color = (name) => style.getPropertyValue(name).trim();
    this.c = {
      FREE: color('--map-free'), OCCUPIED: color('--map-occupied'), FAULT: color('--map-fault'),
      UNKNOWN: color('--map-unknown'), WARNING: color('--map-warning'), READING: color('--map-free'),
      paper: color('--map-paper'), ink: color('--map-ink'), onState: color('--map-on-state'), onWarning: '#1c2528',
    };
    this.font = font;
    this.icons = new Map();
  }

  setIcon(layer, paths) {
    this.icons.set(layer, (paths.length ? paths : FALLBACK_ICON).map((d) => new Path2D(d)));
  }

  /** Image for an id such as ["s", layer, state, value] or ["c", layer, free, total, text]. */
  image(id) {
    const [kind, layer, a, b, text] = JSON.parse(id);
    if (kind === 'c') return this.pill(layer, text, a > 0 ? this.c.FREE : this.c.OCCUPIED, true);
    if (!b || a === 'FAULT' || a === 'UNKNOWN') return this.shape(layer, a);
    return this.pill(a === 'WARNING' ? undefined : layer, b, this.c[a], a !== 'READING');
  }

  shape(layer, state) {
    const size = 30;
    const [canvas, g] = this.canvas(size, size);
    g.translate(size / 2, size / 2);
    const path = SHAPES[state] || SHAPES.READING;
    const hollow = state === 'UNKNOWN' || state === 'READING';
    const color = this.c[state];
    const outline = path();
    g.lineJoin = 'round';
    g.shadowColor = 'rgba(0,0,0,.35)';
    g.shadowBlur = 3 * RATIO;
    g.shadowOffsetY = RATIO;
    g.fillStyle = hollow ? this.c.paper : color;
    g.fill(outline);
    g.shadowColor = 'transparent';
    g.lineWidth = 2;
    g.strokeStyle = hollow ? color : this.c.paper;
    if (state === 'UNKNOWN') g.setLineDash([3, 2.2]);
    g.stroke(outline);
    g.setLineDash([]);
    const ink = hollow ? color : state === 'WARNING' ? this.c.onWarning : this.c.onState;
    if (state === 'FAULT') this.letter(g, '✕', ink, 1);
    else if (state === 'WARNING') this.letter(g, '!', ink, 2.2);
    else if (state === 'UNKNOWN') this.letter(g, '?', ink, 0.5);
    else this.icon(g, layer, ink, 0, 0, state === 'READING' ? 11 : 14);
    return g.getImageData(0, 0, canvas.width, canvas.height);
  }

  pill(layer, text, color, filled) {
    const [, probe] = this.canvas(1, 1);
    const font = `600 12.5px ${this.font}`;
    probe.font = font;
    const height = 26;
    const width = Math.ceil(probe.measureText(text).width) + 38;
    const [canvas, g] = this.canvas(width + 6, height + 6);
    g.translate(3, 2);
    const body = new Path2D();
    body.roundRect(0, 0, width, height, 13);
    g.shadowColor = 'rgba(0,0,0,.3)';
    g.shadowBlur = 3 * RATIO;
    g.shadowOffsetY = RATIO;
    g.fillStyle = this.c.paper;
    g.fill(body);
    g.shadowColor = 'transparent';
    g.strokeStyle = color;
    g.lineWidth = 1.6;
    g.stroke(body);
    const badge = layer ? new Path2D() : polygon([13, 2.5], [24, 22], [2, 22])();
    if (layer) badge.arc(13, 13, 9.5, 0, 2 * Math.PI);
    g.fillStyle = filled ? color : this.c.paper;
    g.fill(badge);
    const ink = filled ? this.c.onState : color;
    if (layer) this.icon(g, layer, ink, 13, 13, 13);
    else this.letter(g, '!', this.c.onWarning, 15.5, 13);
    g.font = font;
    g.fillStyle = this.c.ink;
    g.textAlign = 'left';
    g.textBaseline = 'middle';
    g.fillText(text, 27, 13.8);
    return g.getImageData(0, 0, canvas.width, canvas.height);
  }

  icon(g, layer, color, x, y, size) {
    g.save();
    g.translate(x - size / 2, y - size / 2);
    g.scale(size / 24, size / 24);
    g.strokeStyle = color;
    g.lineWidth = 2.6;
    g.lineCap = g.lineJoin = 'round';
    for (const path of this.icons.get(layer) || []) g.stroke(path);
    g.restore();
  }

  letter(g, text, color, y, x = 0) {
    g.font = `700 14px ${this.font}`;
    g.textAlign = 'center';
    g.textBaseline = 'middle';
    g.fillStyle = color;
    g.fillText(text, x, y);
  }

  canvas(width, height) {
    const canvas = document.createElement('canvas');
    canvas.width = width * RATIO;
    canvas.height = height * RATIO;
    const g = canvas.getContext('2d');
    g.scale(RATIO, RATIO);
    return [canvas, g];
  }
}

const polygon = (...points) => () => {
  const path = new Path2D();
  points.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
  path.closePath();
  return path;
};
const disc = () => {
  const path = new Path2D();
  path.arc(0, 0, 11, 0, 2 * Math.PI);
  return path;
};
const SHAPES = {
  FREE: disc,
  OCCUPIED: () => {
    const path = new Path2D();
    path.roundRect(-10.5, -10.5, 21, 21, 4);
    return path;
  },
  FAULT: polygon([-4.8, -11.5], [4.8, -11.5], [11.5, -4.8], [11.5, 4.8], [4.8, 11.5], [-4.8, 11.5], [-11.5, 4.8], [-11.5, -4.8]),
  UNKNOWN: disc,
  READING: polygon([0, -13], [13, 0], [0, 13], [-13, 0]),
  WARNING: polygon([0, -12], [13, 10.5], [-13, 10.5]),
};

export const PIXEL_RATIO = RATIO;
