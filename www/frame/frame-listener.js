// SPDX-License-Identifier: EUPL-1.2
// For a page with frames of <kansrijke-start>: makes each as high as its chart, also when a
// reader opens its table, and no wider than the page. A page may hold this twice, hence the block.
{
  const frames = () => document.querySelectorAll('iframe[src*="/frame.html?"]');

  addEventListener('message', ({ data, origin, source }) => {
    if (data?.type !== 'kansrijke-start:height' || data.version !== 1) return;
    if (!(data.height > 0 && data.height < 20000)) return;
    for (const frame of frames()) {
      // Only the frame itself may set its height, and only while it shows its own page. What is in a
      // sandbox has no origin, so there the window alone tells.
      if (frame.contentWindow === source && [new URL(frame.src).origin, 'null'].includes(origin)) frame.height = data.height;
    }
  });

  for (const frame of frames()) {
    // No wider than the page, on a phone.
    frame.style.maxWidth = '100%';
    // Frames that loaded earlier have reported their height before anyone listened.
    frame.contentWindow.postMessage({ type: 'kansrijke-start:ask', version: 1 }, '*');
  }
}
