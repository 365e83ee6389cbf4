// Plays the network and the clock for the gallery: every feed below `feeds/` is answered here,
// so that each state can be had at will. It stands before the widget's script.

const HOUR = 3_600_000;
const MINUTE = 60_000;
const page = new URL('.', location.href);

// The same moment at every visit, so that the page always shows the same.
const opened = Date.parse('2026-03-12T17:00:00+01:00');
let ahead = 0;
Date.now = () => opened + Math.round(performance.now()) + ahead;

let online = true;
Object.defineProperty(navigator, 'onLine', { get: () => online });

let visibility = 'visible';
Object.defineProperty(document, 'visibilityState', { get: () => visibility });
Object.defineProperty(document, 'hidden', { get: () => visibility === 'hidden' });

const harbour = {
  title: 'Il Corriere del Porto',
  language: 'it',
  items: [
    ['Il faro torna ad accendersi dopo undici anni', 'lighthouse', 0],
    ['Traghetti, corse raddoppiate per il fine settimana', 'ferry', 3],
    ['Il mercato del pesce cambia orario: si apre alle quattro', 'market', 12],
    ['In biblioteca si entra anche di notte, e i lettori raddoppiano', 'library', 0],
    ['Maestrale in arrivo, il porto chiude per sei ore', undefined, 1],
    ['La regata delle barche a remi torna dopo la pausa', undefined, 27],
    ['Una sera al mese il museo del mare non chiude', 'lighthouse', 0],
    ['Il tram fino alla spiaggia: i lavori cominciano in marzo', undefined, 108],
  ].map(([title, picture, comments], place) => ({
    title,
    picture: picture && `pictures/${picture}.svg`,
    comments,
    author: 'Agnese Tedeschi',
    tags: ['Città', 'Porto'],
    age: place * 47 * MINUTE,
    paragraphs: [
      'Lo ha deciso ieri sera il consiglio, dopo due ore di discussione e molte mani alzate.',
      'Sul molo se ne parlava da mesi. Chi lavora all’alba dice che cambierà poco; chi arriva la sera spera nel contrario.',
      'I lavori cominciano lunedì e dovrebbero finire prima dell’estate.',
    ],
  })),
};

const german = {
  title: 'Hafenblatt',
  language: 'de',
  items: [
    'Donaudampfschifffahrtsgesellschaft stellt den Fahrplan um',
    'Verkehrsinfrastrukturfinanzierungsgesellschaft legt ihren Jahresbericht vor',
    'Der Leuchtturm an der alten Mole leuchtet wieder',
    'Wochenmarkt zieht an den Hafen',
  ].map((title, place) => ({ title, age: (place * 5 + 1) * HOUR, paragraphs: [`${title}.`] })),
};

const arabic = {
  title: 'صحيفة الميناء',
  language: 'ar',
  items: [
    'المنارة القديمة تضيء من جديد بعد أحد عشر عاما',
    'مضاعفة رحلات العبارات في عطلة نهاية الأسبوع',
    'سوق السمك يفتح أبوابه في الرابعة صباحا',
    'المكتبة تستقبل القراء ليلا للمرة الأولى',
  ].map((title, place) => ({
    title,
    picture: place % 2 ? undefined : 'pictures/lighthouse.svg',
    age: (place * 3 + 2) * HOUR,
    comments: place * 11,
    paragraphs: [`${title}، كما أعلن المجلس مساء أمس بعد ساعتين من النقاش.`],
  })),
};

const chinese = {
  title: '港口日报',
  language: 'zh',
  items: ['灯塔停用十一年后重新点亮', '周末渡轮班次增加一倍', '鱼市场改为凌晨四点开市', '图书馆首次夜间开放'].map(
    (title, place) => ({ title, age: (place * 9 + 4) * HOUR, paragraphs: [`${title}。`] }),
  ),
};

const odd = {
  title: 'Odd',
  language: 'de',
  items: [
    { title: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz', comments: 12_345 },
    { title: 'Das Bild fehlt', picture: 'pictures/missing.svg', age: 5 * MINUTE, summary: 'Hier sollte ein Bild stehen.' },
    { title: 'Zur selben Minute', age: 5 * MINUTE },
    { title: 'Gestern', age: 26 * HOUR },
    // On a day with a long name.
    { title: 'Voriges Jahr', age: 165 * 24 * HOUR },
    { title: '', summary: 'Ohne Titel steht der Anfang des Textes an seiner Stelle, so weit er eben reicht.' },
  ],
};

const media = {
  title: 'Radio Porto',
  items: [
    { title: 'The harbour at night, a radio walk', enclosure: ['sound.mp3', 'audio/mpeg', 12_400_000], paragraphs: ['Forty minutes from the fish market to the lighthouse.'] },
    { title: 'The plan of the new tram', enclosure: ['plan.pdf', 'application/pdf', 3_100_000], paragraphs: ['All stops on one sheet.'] },
  ],
};

// All that an article may carry.
const article = {
  title: 'Harbour',
  items: [
    {
      title: 'A night on the last ferry',
      author: 'Agnes Porter',
      comments: 4,
      age: 40 * MINUTE,
      html: `<figure><img src="${new URL('pictures/ferry.svg', page)}" width="600" height="400" alt="A ferry under the evening sun"><figcaption>The Santa Chiara leaves for the islands. Photo: Harbour archive</figcaption></figure>
        <p>At a quarter past ten the <em>Santa Chiara</em> casts off, with <strong>eleven passengers</strong> and a <a href="https://corriere.example/dog">dog</a>.</p>
        <h3>Nobody sleeps</h3>
        <blockquote><p>The sea is the only road here that never needs mending.</p></blockquote>
        <ul><li>One crossing takes three hours</li><li>The bar closes at midnight<ul><li>coffee excepted</li></ul></li></ul>
        <ol><li>Casting off</li><li>Soup</li><li>Silence</li></ol>
        <table><tr><th>Boat</th><th>Leaves</th></tr><tr><td>Santa Chiara</td><td>22:15</td></tr><tr><td>Regina</td><td>06:40</td></tr></table>
        <pre><code>wind = { from: 'north-west', knots: 18, gusts: 27, sea: 'moderate to rough', warning: false }</code></pre>
        <iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ" title="The crossing in two minutes"></iframe>
        <p>The lighthouse comes into sight at one.</p>`,
    },
    { title: 'The first ferry of the morning', age: 300 * MINUTE, paragraphs: ['It leaves at twenty to seven.'] },
  ],
};

const storm = {
  title: 'Harbour',
  items: [
    ['All ferries are back in the harbour', 4, ['Live', 'Harbour']],
    ['The gale as seen from the lighthouse', 31, ['Video'], ['gale.mp4', 'video/mp4', 9_000_000, '2:05']],
    ['The harbour master on the night of the storm', 58, [], ['master.mp3', 'audio/mpeg', 9_000_000, '750']],
    ['Storm warning for the whole coast', 96, ['Breaking news']],
    ['Fishermen bring their boats ashore', 1_100, []],
    { title: 'What to do in a storm' },
  ].map((it) => {
    if (!Array.isArray(it)) return it;
    const [title, minutes, tags, enclosure] = it;
    return { title, age: minutes * MINUTE, tags, enclosure, paragraphs: [`${title}.`] };
  }),
};

/** Headlines with how many minutes before the page was opened each was published. */
const short = (headlines) => ({
  title: 'Harbour',
  items: headlines.map(([title, minutes, correction]) => ({
    title: correction || title,
    id: title,
    correctedAt: correction && Date.now(),
    age: minutes * MINUTE,
    paragraphs: [`${title}.`],
  })),
});

const calm = [
  ['The lighthouse is lit again', 5],
  ['Ferries run twice as often', 25],
  ['The market opens at four', 45],
];

/** What a feed answers; `minutes` is how long the page has been open by its own clock. */
const answers = {
  harbour: () => xml(harbour),
  german: () => xml(german),
  arabic: () => xml(arabic),
  chinese: () => xml(chinese),
  odd: () => xml(odd),
  media: () => xml(media),
  article: () => xml(article),
  storm: () => xml(storm),
  empty: () => xml({ title: 'Empty', items: [] }),
  never: () => new Promise(() => {}),
  failed: () => new Response('', { status: 503 }),
  failing: (minutes) => (minutes ? new Response('', { status: 503 }) : xml(short(calm))),
  growing: (minutes) => {
    const fresh = [
      ['Gale warning: the harbour closes', -9],
      ['Trams stop at the bridge', -19],
      ['The museum stays open tonight', -29],
    ];
    return xml(short([...fresh.slice(0, minutes / 10).reverse(), ...calm]));
  },
  corrected: (minutes) =>
    xml(
      short(
        minutes
          ? [['Ninety boats in the regatta', 1, 'Nineteen boats in the regatta'], ...calm]
          : [['The mayor resigns', 0], ['Ninety boats in the regatta', 1], ...calm],
      ),
    ),
};

const realFetch = self.fetch.bind(self);
self.fetch = async (address, options) => {
  const url = new URL(address, location.href);
  const name = url.href.startsWith(`${page}feeds/`) && url.pathname.split('/').pop();
  if (!name) return realFetch(address, options);
  if (!online) throw new TypeError('Failed to fetch');
  return answers[name](Math.round(ahead / MINUTE));
};

function xml({ title, language = 'en', items }) {
  const entries = items.map((item, place) => {
    const time = item.age === undefined ? undefined : new Date(opened - item.age).toUTCString();
    const picture = item.picture && new URL(item.picture, page);
    const [file, type, length, duration] = item.enclosure || [];
    return `<item><title>${item.title}</title>
      <link>https://corriere.example/${encodeURIComponent(item.id || item.title)}</link>
      <guid isPermaLink="false">${item.id || item.title || place}</guid>
      ${time ? `<pubDate>${time}</pubDate>` : ''}
      ${item.correctedAt ? `<atom:updated>${new Date(item.correctedAt).toISOString()}</atom:updated>` : ''}
      ${item.author ? `<dc:creator>${item.author}</dc:creator>` : ''}
      ${(item.tags || []).map((tag) => `<category>${tag}</category>`).join('')}
      ${item.comments === undefined ? '' : `<slash:comments>${item.comments}</slash:comments><comments>https://corriere.example/${place}#comments</comments>`}
      ${picture ? `<media:content url="${picture}" medium="image" width="600" height="400"/>` : ''}
      ${file ? `<enclosure url="${new URL(file, page)}" type="${type}" length="${length}"/>` : ''}
      ${duration ? `<itunes:duration>${duration}</itunes:duration>` : ''}
      <description>${item.summary || (item.paragraphs || [])[0] || ''}</description>
      <content:encoded><![CDATA[${item.html || (item.paragraphs || []).map((text) => `<p>${text}</p>`).join('')}]]></content:encoded>
    </item>`;
  });
  return new Response(
    `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>${title}</title><language>${language}</language>${entries.join('')}</channel></rss>`,
    { headers: { 'Content-Type': 'application/rss+xml' } },
  );
}

document.addEventListener('DOMContentLoaded', () => {
  const on = (id, act) => {
    const button = document.getElementById(id);
    button.addEventListener('click', () => {
      const pressed = button.getAttribute('aria-pressed') !== 'true';
      if (button.hasAttribute('aria-pressed')) button.setAttribute('aria-pressed', pressed);
      act(pressed);
    });
  };
  on('later', () => {
    ahead += 10 * MINUTE;
    // The reader was away meanwhile: timers do not know of the page's own clock.
    for (visibility of ['hidden', 'visible']) {
      document.dispatchEvent(new Event('visibilitychange'));
    }
  });
  on('network', (off) => {
    online = !off;
    self.dispatchEvent(new Event(off ? 'offline' : 'online'));
  });
  on('theme', (dark) => document.documentElement.classList.toggle('dark', dark));
});
