//! Italiano.

use super::Words;
use super::options::ITALIAN_OPTIONS;
use super::problems::ITALIAN_PROBLEMS;

/// The words in Italian.
pub static ITALIAN: Words = Words {
    tag: "it",
    title: "Notizie in diretta, su ogni pagina",
    introduction: "Scegli di chi sono le notizie e come si presentano. Poi copia le righe che ne \
                   escono e incollale nella tua pagina.",
    feed_heading: "Di chi sono le notizie?",
    look_heading: "Che aspetto devono avere?",
    preview_heading: "Anteprima",
    take_heading: "Incollale nella tua pagina",

    address: "Indirizzo di un sito o di un feed",
    address_hint: "Per esempio example.org, oppure l’indirizzo di un feed RSS, Atom o JSON. \
                   Possono essere più feed, separati da spazi o virgole.",
    check: "Controlla",
    checking: "Controllo in corso …",
    sample: "Intanto vedi un esempio.",
    no_address: "Questo non è l’indirizzo di un sito o di un feed.",
    readable: "Ogni pagina può mostrare questo feed.",
    headlines: "{} titoli",
    one_headline: "Un titolo",
    newest: "il più recente del {}",
    secure: "Arriva via https.",
    dated: "Tutti i titoli hanno una data.",
    pictured: "Ha delle immagini.",
    problems: "Che cos’altro può correggere chi lo pubblica",
    choose_feed: "Questo sito ha i feed seguenti. Scegline uno:",
    no_feed: "A questo indirizzo non si è trovato alcun feed. Cerca sul sito un link come “RSS” \
              e copiane l’indirizzo.",
    unreachable: "A questo indirizzo non risponde nessuno. È scritto correttamente?",
    refused: "Il server rifiuta questo indirizzo (stato {}).",
    mend_heading: "Come rimedia chi pubblica il feed",
    mend_hint: "Il server del sito deve inviare un’intestazione. Scegli il sistema su cui gira:",
    wordpress_works: "È un sito WordPress, e non occorre cambiare nulla: usa questo indirizzo.",
    take_address: "Usa {}",

    presets_heading: "Comincia con",
    presets: [
        "Colonna laterale",
        "Ultim’ora",
        "Fine articolo",
        "Prima pagina",
        "Schermo in sala",
    ],
    more: "Altre opzioni",
    automatic: "come la pagina",
    unusable: "“{}” non si può usare. Qui ci vuole: {}{}.",
    bounds: " da {} a {}",
    expected: &[
        ("a whole number", "un numero intero"),
        (
            "a time zone such as Europe/Rome",
            "un fuso orario come Europe/Rome",
        ),
        ("an http or https address", "un indirizzo http o https"),
        (
            "http or https addresses separated by spaces",
            "uno o più indirizzi http o https, separati da spazi",
        ),
        (
            "http, https or mailto addresses separated by spaces",
            "uno o più indirizzi http, https o mailto, separati da spazi",
        ),
        (
            "an http or https address with {url} in it",
            "un indirizzo http o https con {url} dentro",
        ),
    ],
    without_heading: "Senza intestazione",
    reset: "Ricomincia da capo",

    width: "Larghezza",
    full_width: "Tutta",
    ground: "Pagina",
    grounds: ["Chiara", "Scura", "Colorata", "Da destra a sinistra"],
    steps_show: "Mostra come si carica",
    steps_hide: "Torna alle notizie in diretta",
    steps: [
        "1. Solo la tua pagina: il posto è libero, e dentro c’è il tuo link.",
        "2. È arrivato lo script: chiede il feed.",
        "3. È arrivato il feed: si leggono i primi titoli.",
        "4. È arrivato il resto, dopo di loro: le notizie sono in diretta.",
    ],
    next_step: "Passo successivo",
    steps_frame: "Le fasi del caricamento",

    form: "Per",
    forms: [
        "Un solo tag",
        "Elemento",
        "Frame (iframe)",
        "WordPress",
        "React",
        "Next",
        "Vue",
        "Svelte",
        "Astro",
        "Stampato da un server",
    ],
    form_hints: [
        "Le notizie compaiono dove sta questo tag, che va quindi nel corpo della pagina.",
        "Scegli tu il posto, e chi legge senza script trova il tuo link. La forma \
         migliore per quasi tutte le pagine.",
        "Per i siti che non ammettono script altrui. Con la seconda riga, dove è ammessa, prende \
         l’altezza delle sue notizie.",
        "Agli autori serve il plugin, che installa un amministratore (Plugin → Aggiungi nuovo → \
         Carica plugin). Amministratori e redattori possono farne a meno.",
        "Con Vite, webpack o esbuild. In React va bene soltanto l’elemento: React sposta i tag \
         degli script.",
        "Per un componente del server: al tuo bundle non si aggiunge nulla.",
        "Con Vite e il plugin di Vue.",
        "Con Svelte 5.",
        "Funziona anche con il router di Astro nel browser.",
        "I titoli stanno nell’HTML della pagina prima di ogni script. Esegui il comando sul tuo \
         server ogni pochi minuti, e includi nella pagina il file che scrive.",
    ],
    no_feed_yet: "Non hai ancora scelto un feed: l’indirizzo in queste righe è un esempio. Comincia dal passo 1.",
    not_shown_yet: "{} per ora non si vedrà nella tua pagina.",
    to_first_step: "Torna al passo 1: che cosa si può fare",
    height_holds: "L’altezza è quella dei titoli qui sopra, in uno spazio largo {} pixel. Se è più \
                   largo ne basta meno, se è più stretto ne occorre di più.",
    get_plugin: "Scarica il plugin",
    in_page: "Nella pagina, dove devono stare le notizie",
    in_terminal: "In un terminale",
    in_post: "Per gli autori: in un articolo, in un blocco “Shortcode”",
    in_setting: "Per un amministratore, una volta: Impostazioni → Strillone, l’indirizzo di strillone.js",
    in_html_block: "Per amministratori e redattori: in un blocco “HTML personalizzato”",
    copy: "Copia",
    copied: "Copiato",
    not_copied: "Selezionalo e copialo a mano",
    pin: "Blocca lo script su questa versione (integrity)",
    pin_hint: "La pagina esegue solo lo script con questo hash e non riceve correzioni automatiche.",
    reserve: "Riserva lo spazio",
    reserve_hint: "Così nulla si sposta quando arrivano le notizie. Per il tuo foglio di stile.",
    reserve_tag_hint: "Metti <div class=\"news\"> prima del tag, e </div> dopo.",
    preload: "I titoli un po’ prima",
    preload_hint: "Una riga per l’elemento head della pagina.",
    policy: "Se la tua pagina ha una Content-Security-Policy",
    policy_hint: "Aggiungi queste righe; per queste scelte non serve altro.",
    weight: "Che cosa caricano i tuoi lettori",
    weight_script: "lo script, con i primi titoli",
    weight_wasm: "il resto, dopo di loro",
    weight_feed: "il feed",
    weight_rest: "E le immagini che si vedono. Nessun cookie, nessun identificativo, nessun \
                  conteggio.",
    letter: "Un testo per chi cura il tuo sito",
    letter_hint: "Se del tuo sito si occupa qualcun altro, mandagli questo.",
    letter_text: "Buongiorno,\n\nsi potrebbero mettere delle notizie in diretta sul nostro sito? \
                  Queste sono le righe ({}):\n\n{}\n\n{}Se il sito invia una \
                  Content-Security-Policy, deve consentire:\n\n{}\n\nNon ci sono cookie e nessuno \
                  viene contato. Ecco come appare, e dove si può cambiare:\n{}\n\nGrazie!",
    letter_rule: "Perché nulla si sposti durante il caricamento, nel foglio di stile (l’altezza vale \
                  per uno spazio largo {} pixel; se è più largo ne basta meno): {}\n\n{}\n\n",
    fallback: "Ultime notizie",
    privacy: "Questa pagina non ricorda nulla e non invia nulla a nessuno: interroga solo \
              l’indirizzo che scrivi. Tutte le scelte stanno nel suo indirizzo, che puoi \
              conservare o passare ad altri.",

    groups: &[
        ("source", "Quali titoli"),
        ("layout", "Aspetto"),
        ("item", "Ogni titolo"),
        ("follow", "Seguici"),
        ("live", "Aggiornamento"),
        ("links", "Link"),
        ("language", "Lingua"),
        ("loading", "Caricamento"),
    ],
    options: ITALIAN_OPTIONS,
    findings: &[
        (
            "not-readable",
            "I browser non lasciano leggere questo feed alle pagine di altri siti: manca il permesso \
             del suo server (CORS).",
            "Il server deve rispondere con l’intestazione “Access-Control-Allow-Origin: *”, anche \
             quando risponde 304.",
        ),
        (
            "insecure",
            "Il feed arriva via http, che i browser rifiutano nelle pagine https.",
            "Offrire il feed via https.",
        ),
        (
            "uncompressed",
            "Il feed non è compresso: i lettori caricano molte volte tanto.",
            "Attivare nel server gzip o Brotli per XML e JSON.",
        ),
        (
            "unconditional",
            "Ogni aggiornamento carica l’intero feed, cambiato o no.",
            "Il server deve rispondere con “ETag” o “Last-Modified”.",
        ),
        (
            "no-items",
            "Il feed ora non ha titoli.",
            "Aspettare che esca qualcosa, o cercare un altro feed del sito.",
        ),
        (
            "undated",
            "Nessun titolo ha una data: non si vedono orari, e l’ordine è quello del feed.",
            "Il feed deve dire quando è uscito ogni articolo (“pubDate” in RSS).",
        ),
        (
            "partly-undated",
            "Alcuni titoli non hanno una data: non se ne vede l’ora, e restano dove stanno nel feed.",
            "Il feed deve dire quando è uscito ogni articolo (“pubDate” in RSS).",
        ),
        (
            "no-pictures",
            "Nessun titolo ha un’immagine.",
            "Scegliere una forma senza immagini, o metterle nel feed. WordPress le ha al suo \
             indirizzo REST.",
        ),
        (
            "insecure-pictures",
            "Le immagini arrivano via http, che i browser rifiutano nelle pagine https.",
            "Il feed deve nominare le immagini con https.",
        ),
    ],
    problem_kinds: ITALIAN_PROBLEMS,
    keywords: &[
        ("newest", "prima i più recenti"),
        ("oldest", "prima i più vecchi"),
        ("feed", "come nel feed"),
        ("show", "mostrati"),
        ("hide", "nascosti"),
        ("list", "elenco"),
        ("ticker", "testo che scorre"),
        ("rotator", "uno alla volta"),
        ("cards", "schede"),
        ("timeline", "linea del tempo"),
        ("auto", "automatico"),
        ("none", "nessuna"),
        ("first", "il primo"),
        ("normal", "normale"),
        ("compact", "fitta"),
        ("start", "prima del titolo"),
        ("end", "dopo il titolo"),
        ("forward", "in avanti"),
        ("backward", "all’indietro"),
        ("light", "chiari"),
        ("dark", "scuri"),
        ("clock", "ora"),
        ("relative", "quanto tempo fa"),
        ("date", "data"),
        ("inline", "sotto il titolo"),
        ("popover", "sopra la pagina"),
        ("panel", "accanto all’elenco"),
        ("_blank", "una scheda nuova"),
        ("_self", "questa scheda"),
        ("_parent", "il frame intorno"),
        ("_top", "tutta la finestra"),
        ("ltr", "da sinistra a destra"),
        ("rtl", "da destra a sinistra"),
        ("lazy", "quando si avvicina"),
        ("eager", "subito"),
    ],
};
