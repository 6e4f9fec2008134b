// SPDX-License-Identifier: EUPL-1.2
// For a page with frames of <kansrijke-start>: makes each as high as its chart, also when a
// reader opens its table.
const frames = () => document.querySelectorAll('iframe[src*="/frame.html?"]');

addEventListener('message', ({ data, origin, source }) => {
  if (data?.type !== 'kansrijke-start:height' || data.version !== 1) return;
  if (!(data.height > 0 && data.height < 20000)) return;
  for (const frame of frames()) {
    // Only a frame itself says how high it is, and only while it shows the page that it should.
    if (frame.contentWindow === source && new URL(frame.src).origin === origin) frame.height = data.height;
  }
});

// A frame that was there first told its height when nobody listened.
for (const frame of frames()) frame.contentWindow.postMessage({ type: 'kansrijke-start:ask', version: 1 }, '*');
