// On the page around: every frame of `embed.html` gets the height that its widget tells.

const { currentScript } = document;
const HIGHEST = 10_000;

if (currentScript instanceof HTMLScriptElement) {
  const address = new URL('embed.html', currentScript.src).href;
  const frames = () =>
    [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(address));

  addEventListener('message', ({ data, source }) => {
    if (!data || data.strillone !== 1 || !(data.height >= 0)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (frame) frame.style.height = `${Math.min(data.height, HIGHEST)}px`;
  });
  // Those that have told it already; the others tell it by themselves. A sandboxed frame has
  // no origin that could be named here, and the question holds nothing.
  for (const { contentWindow } of frames()) {
    if (contentWindow) contentWindow.postMessage({ strillone: 1 }, '*');
  }
}
