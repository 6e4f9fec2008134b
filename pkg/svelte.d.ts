// SPDX-License-Identifier: EUPL-1.2
// `<kansrijke-start>` in components, for Svelte 5: `import type {} from 'kansrijke-start/svelte'`.
import type { HTMLAttributes } from 'svelte/elements';
import type { KansrijkeStartAttributes, KansrijkeStartElement, KansrijkeStartEventMap } from 'kansrijke-start';

/** What the element takes in a component: its attributes, and its events after `on`. */
export type KansrijkeStartProps = HTMLAttributes<KansrijkeStartElement> &
  Partial<KansrijkeStartAttributes> & {
    [Name in keyof KansrijkeStartEventMap as `on${Name}`]?: (event: KansrijkeStartEventMap[Name]) => void;
  };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'kansrijke-start': KansrijkeStartProps;
  }
}
