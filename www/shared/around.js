// SPDX-License-Identifier: EUPL-1.2

/** The language of the page around a node, also that around the shadow roots that it is in. */
export function languageAround(node) {
  const near = node?.closest?.('[lang]');
  return near || !node ? near?.lang : languageAround(node.getRootNode().host);
}
