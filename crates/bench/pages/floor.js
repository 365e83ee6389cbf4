// What somebody writes by hand who wants only the headlines.
(async () => {
  const answer = await fetch('{{feeds}}/feed.xml');
  const feed = new DOMParser().parseFromString(await answer.text(), 'text/xml');
  const clock = new Intl.DateTimeFormat('it', { hour: '2-digit', minute: '2-digit' });
  for (const entry of feed.querySelectorAll('entry')) {
    const row = document.createElement('li');
    const time = document.createElement('time');
    time.dateTime = entry.querySelector('published').textContent;
    time.textContent = clock.format(new Date(time.dateTime));
    const link = document.createElement('a');
    link.href = entry.querySelector('link').getAttribute('href');
    link.textContent = entry.querySelector('title').textContent;
    row.append(time, ' ', link);
    document.getElementById('news').append(row);
  }
})();
