// SPDX-License-Identifier: EUPL-1.2
// What is left when a reader sees what he came for.
import { later } from './after.js';
import { complete } from './deferred.js';
import { dress } from './dress.js';
import { optionsOf } from './options.js';
import { charts } from './share.js';
import { tools } from './tools.js';
import { RESIZED, come } from './watch.js';

/** Starts the charts that no reader has come near, in idle time, and readies all for paper. */
export const startRest = () => later().then(({ attend }) => attend({ charts, come, complete, dress, RESIZED, optionsOf, tools })).catch(() => {});
