//! Le opzioni in italiano, nell'ordine della tabella delle opzioni.

/// The options in Italian: name, label, explanation.
pub(super) static ITALIAN_OPTIONS: &[(&str, &str, &str)] = &[
    (
        "feed",
        "Indirizzo del feed",
        "Gli indirizzi di uno o più feed, separati da spazi.",
    ),
    (
        "proxy",
        "Feed tramite il tuo server",
        "Per un feed che altri siti non possono leggere: un indirizzo su un tuo server che lo \
         prende per i lettori, con {url} dove va l’indirizzo del feed. Per esempio \
         https://example.org/relay?feed={url}",
    ),
    (
        "limit",
        "Quanti titoli",
        "Quanti titoli si vedono al massimo.",
    ),
    (
        "more",
        "“Mostra altri” ne rivela",
        "Quanti altri titoli rivela ogni volta “mostra altri”, fra quelli che i feed hanno già; \
         con 0 il pulsante non c’è.",
    ),
    ("sort", "Ordine", "L’ordine dei titoli."),
    (
        "include",
        "Solo con",
        "Solo i titoli che hanno una di queste parole, separate da virgole, nel titolo o nel \
         sommario.",
    ),
    (
        "exclude",
        "Senza",
        "Lascia fuori i titoli con una di queste parole, separate da virgole.",
    ),
    (
        "tags",
        "Etichette",
        "Solo i titoli con una di queste etichette, separate da virgole.",
    ),
    (
        "max-age",
        "Vecchi al massimo (ore)",
        "Lascia fuori i titoli più vecchi di tante ore.",
    ),
    (
        "upcoming",
        "Con data futura",
        "Se si mostrano i titoli la cui data deve ancora venire, o restano nascosti fino ad allora: \
         per chi pubblica in anticipo.",
    ),
    (
        "layout",
        "Forma",
        "La forma in cui si presentano le notizie.",
    ),
    (
        "columns",
        "Colonne",
        "Quanti titoli stanno al massimo l’uno accanto all’altro, dove c’è posto.",
    ),
    (
        "lead",
        "Apertura",
        "Porta in alto il primo titolo con un’immagine, più grande e con un sommario.",
    ),
    ("density", "Densità", "Quanto sono vicini i titoli."),
    (
        "lines",
        "Righe per titolo",
        "Dopo quante righe un titolo è tagliato per l’occhio; a voce si legge intero.",
    ),
    (
        "heading",
        "Intestazione",
        "Se non c’è, il titolo del feed. Nel testo che scorre sta all’inizio della riga.",
    ),
    ("theme", "Colori", "Con “automatico” seguono la pagina."),
    (
        "speed",
        "Velocità",
        "Quanto corre il testo, in pixel al secondo; chi mostra un titolo alla volta cambia \
         tanto più in fretta o piano. Con 0 sta fermo.",
    ),
    ("direction", "Verso", "In che verso scorre il testo."),
    ("time", "Ora", "Come si mostra l’ora di un titolo."),
    (
        "time-zone",
        "Fuso orario",
        "Il fuso degli orari, con continente e città: Europe/Rome, America/New_York. Se non c’è, \
         quello di chi legge.",
    ),
    (
        "images",
        "Immagini",
        "Se si vedono le immagini. Ognuna è una richiesta al server che la custodisce.",
    ),
    (
        "thumbnails",
        "Miniature",
        "Dove un elenco ha piccole immagini accanto ai titoli, se le ha.",
    ),
    (
        "kickers",
        "Occhielli",
        "Se “In diretta”, “Ultim’ora” e “Video” stanno davanti ai titoli che il feed stesso mette \
         in una categoria con quel nome.",
    ),
    ("comments", "Commenti", "Se si vede il numero dei commenti."),
    (
        "summary",
        "Lunghezza dei sommari",
        "In caratteri; con 0 non ce ne sono. Se non si dice altro, le schede ne hanno 140, il \
         resto nessuno.",
    ),
    (
        "preview",
        "Anteprime",
        "Dove si apre l’anteprima di un articolo.",
    ),
    (
        "open",
        "Aperta all’inizio",
        "Quale anteprima è aperta all’inizio.",
    ),
    (
        "follow",
        "I tuoi canali",
        "I canali di chi pubblica: indirizzi separati da spazi.",
    ),
    (
        "follow-heading",
        "Intestazione dei canali",
        "Al posto della frase già pronta.",
    ),
    (
        "refresh",
        "Secondi fra un aggiornamento e l’altro",
        "Ogni quanti secondi si interrogano di nuovo i feed.",
    ),
    (
        "push",
        "Flusso di eventi",
        "Per i siti che annunciano da sé le novità: l’indirizzo di un flusso che avvisa quando ce \
         ne sono. Il feed si interroga quasi solo allora. Per esempio https://example.org/events",
    ),
    ("target", "I link si aprono in", "Dove si aprono i link."),
    (
        "link-query",
        "Aggiunto ai link",
        "Si aggiunge a ogni link in uscita, per esempio utm_source=partner.",
    ),
    (
        "lang",
        "Lingua",
        "La lingua delle parole del widget: it per l’italiano, pt-BR per il portoghese del Brasile. \
         Se non c’è, quella della pagina.",
    ),
    (
        "dir",
        "Direzione del testo",
        "Se non c’è, quella della pagina.",
    ),
    (
        "loading",
        "Carica",
        "Se aspetta di avvicinarsi alla parte visibile della pagina.",
    ),
];
