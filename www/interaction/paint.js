// SPDX-License-Identifier: EUPL-1.2
// A picture of the core on a canvas. By hand, because a browser loads an SVG as an image only
// where the page's policy allows `blob:` images; and the pictures hold no more than this.

/** Paints an SVG element with all that is inside it. */
export function paint(context, element) {
  const text = (name) => element.getAttribute(name);
  const number = (name) => Number(text(name));
  context.save();
  context.fillStyle = text('fill') ?? '#000';
  switch (element.localName) {
    case 'svg':
      context.translate(number('x'), number('y'));
      context.scale(...Array(2).fill(number('width') / element.viewBox.baseVal.width));
    // falls through
    case 'g':
      for (const child of element.children) paint(context, child);
      break;
    case 'rect':
      context.fillRect(number('x'), number('y'), number('width'), number('height'));
      break;
    case 'path': {
      const path = new Path2D(text('d'));
      if (text('fill') !== 'none') context.fill(path, text('fill-rule') ?? 'nonzero');
      if (!text('stroke')) break;
      context.globalAlpha = number('stroke-opacity') || 1;
      context.strokeStyle = text('stroke');
      context.lineWidth = number('stroke-width');
      context.lineJoin = text('stroke-linejoin') ?? 'miter';
      context.setLineDash(text('stroke-dasharray')?.split(' ').map(Number) ?? []);
      context.stroke(path);
      break;
    }
    case 'text':
      context.font = `${text('font-weight') ?? 400} ${text('font-size')}px ${element.closest('[font-family]').getAttribute('font-family')}`;
      context.textAlign = { middle: 'center', end: 'end' }[text('text-anchor')] ?? 'start';
      context.fillText(element.textContent, number('x'), number('y'));
  }
  context.restore();
}
