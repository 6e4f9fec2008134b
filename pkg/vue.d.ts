// SPDX-License-Identifier: EUPL-1.2
// `<kansrijke-start>` in templates, for Vue 3: `import type {} from 'kansrijke-start/vue'`.
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { KansrijkeStartAttributes, KansrijkeStartEventMap } from 'kansrijke-start';

/** What the element takes in a template: its attributes, and its events after `@`. */
export type KansrijkeStartProps = HTMLAttributes & Partial<KansrijkeStartAttributes>;

/** What a listener of each event takes. */
type Emits = { [Name in keyof KansrijkeStartEventMap]: (event: KansrijkeStartEventMap[Name]) => void };

declare module 'vue' {
  interface GlobalComponents {
    'kansrijke-start': DefineComponent<KansrijkeStartProps, {}, {}, {}, {}, {}, {}, Emits>;
  }
}
