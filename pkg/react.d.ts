// SPDX-License-Identifier: EUPL-1.2
// `<kansrijke-start>` in JSX, for React 19: `import type {} from 'kansrijke-start/react'`.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { KansrijkeStartAttributes, KansrijkeStartElement, KansrijkeStartEventMap } from 'kansrijke-start';

/** What the element takes in JSX: its attributes, and its events after `on`. */
export type KansrijkeStartProps = DetailedHTMLProps<HTMLAttributes<KansrijkeStartElement>, KansrijkeStartElement> &
  Partial<KansrijkeStartAttributes> & {
    [Name in keyof KansrijkeStartEventMap as `on${Name}`]?: (event: KansrijkeStartEventMap[Name]) => void;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'kansrijke-start': KansrijkeStartProps;
    }
  }
}
