// The time of a headline: by the clock for the last day, by the date before that.

const DAY = 86_400_000;

/** @returns {HTMLTimeElement} in the language and zone of `host`, else in the reader's own */
export function timeOf(date, host) {
  const isRecent = Math.abs(Date.now() - date) < DAY;
  const form = isRecent ? { hour: '2-digit', minute: '2-digit' } : { dateStyle: 'short' };
  const around = host.closest('[lang]');
  const time = document.createElement('time');
  time.part = 'time';
  time.dateTime = date.toISOString();
  time.textContent = written(
    date,
    [around ? around.lang : [], { ...form, timeZone: host.getAttribute('time-zone') || undefined }],
    [[], form],
  );
  return time;
}

/** By the first of the forms that `Intl` knows: it throws at unknown languages and zones. */
function written(date, [language, form], spare) {
  try {
    return new Intl.DateTimeFormat(language, form).format(date);
  } catch {
    return new Intl.DateTimeFormat(...spare).format(date);
  }
}
