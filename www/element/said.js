// SPDX-License-Identifier: EUPL-1.2
// What is wrong, in words. The cores that paint carry none: the tools are asked the same again.
import { coreUnavailable } from '../shared/unavailable.js';
import { tools } from './tools.js';

/** A failure as it is said to visitor, web master and program; what is no refusal as it is. */
export async function said(failure) {
  if (!failure.question) return failure;
  try {
    return await (await tools()).explain(failure);
  } catch (error) {
    return error.tree ? error : coreUnavailable(error, failure.options);
  }
}
