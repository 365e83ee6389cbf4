// Lets the page's time go faster, sixty times unless `data-speed` says otherwise, so that
// time-outs and back-offs end while a test looks on.
(() => {
  const SPEED = Number(document.currentScript.dataset.speed || 60);
  const { now } = Date;
  const begin = now();
  const start = self.setTimeout;
  Date.now = () => begin + (now() - begin) * SPEED;
  self.setTimeout = (action, delay = 0, ...rest) => start(action, delay / SPEED, ...rest);
})();
