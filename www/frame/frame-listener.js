// SPDX-License-Identifier: EUPL-1.2
// For a page with frames of <kansrijke-start>: makes each as high as its chart, also when a
// reader opens its table, and no wider than the page. In a block, for a page may hold it twice.
{
  const frames = () => document.querySelectorAll('iframe[src*="/frame.html?"]');

  addEventListener('message', ({ data, origin, source }) => {
    if (data?.type !== 'kansrijke-start:height' || data.version !== 1) return;
    if (!(data.height > 0 && data.height < 20000)) return;
    for (const frame of frames()) {
      // Only a frame itself says how high it is, and only while it shows the page that it should.
      if (frame.contentWindow === source && new URL(frame.src).origin === origin) frame.height = data.height;
    }
  });

  for (const frame of frames()) {
    // On a telephone no wider than the page.
    frame.style.maxWidth = '100%';
    // A frame that was there first reported its height when nobody listened yet.
    frame.contentWindow.postMessage({ type: 'kansrijke-start:ask', version: 1 }, '*');
  }
}
