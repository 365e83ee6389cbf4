//! Che cosa non va in un feed, in italiano.

/// The problems in Italian: the name of the kind, and a sentence in which `{}` stands for the
/// piece of the feed.
pub(super) static ITALIAN_PROBLEMS: &[(&str, &str)] = &[
    ("empty", "Il documento è vuoto."),
    (
        "not-a-feed",
        "Il documento non è né RSS né Atom né JSON Feed.",
    ),
    (
        "web-page",
        "Il documento è una pagina web. L’indirizzo del feed può stare in un suo \
         <link rel=\"alternate\">.",
    ),
    (
        "invalid-json",
        "Il documento non è JSON valido: non se ne può leggere nulla.",
    ),
    (
        "unknown-encoding",
        "I browser non conoscono la codifica “{}”. UTF-8 va sempre bene.",
    ),
    (
        "invalid-bytes",
        "Alcuni byte non appartengono alla codifica che il documento dichiara.",
    ),
    (
        "too-many-bytes",
        "Il documento supera i 16 MB: ciò che viene dopo non si legge. Togliere dal feed le voci \
         vecchie.",
    ),
    (
        "too-many-items",
        "Le voci sono più di 2000: quelle che vengono dopo non si leggono.",
    ),
    (
        "too-many-elements",
        "Gli elementi sono più di 500 000: quelli che vengono dopo non si leggono.",
    ),
    (
        "too-deep",
        "Gli elementi sono annidati troppo a fondo: i più interni si leggono come semplice testo.",
    ),
    (
        "text-too-long",
        "Un testo è troppo lungo (un titolo o un nome oltre i 4 KB, o un articolo oltre i 512 KB): \
         viene tagliato.",
    ),
    (
        "list-too-long",
        "Una voce ha più di 100 autori, etichette o allegati: quelli che vengono dopo non si \
         leggono.",
    ),
    (
        "cut-short",
        "Il documento finisce troppo presto. Una voce incompleta viene tralasciata.",
    ),
    (
        "leading-characters",
        "C’è qualcosa prima dell’inizio del documento. Una dichiarazione XML deve essere la prima \
         cosa in assoluto.",
    ),
    (
        "control-character",
        "C’è un carattere di controllo, che XML non ammette.",
    ),
    ("bare-ampersand", "C’è una “&” da sola. Va scritta “&amp;”."),
    (
        "undefined-entity",
        "XML non conosce l’entità “&{};”. Scrivere il carattere stesso, o il suo numero.",
    ),
    (
        "unclosed-element",
        "L’elemento <{}> non è chiuso dove dovrebbe.",
    ),
    ("stray-end-tag", "Il tag finale </{}> non chiude nulla."),
    (
        "undeclared-prefix",
        "Il prefisso “{}:” non è dichiarato. Aggiungere il suo attributo xmlns all’elemento radice.",
    ),
    (
        "invalid-date",
        "“{}” non è una data. RSS scrive “Sat, 07 Sep 2002 09:42:31 GMT”, Atom e JSON Feed \
         “2002-09-07T09:42:31Z”.",
    ),
    (
        "invalid-address",
        "“{}” non è un indirizzo che si possa seguire: deve portare a http o https.",
    ),
    (
        "empty-item",
        "Una voce non ha nulla da mostrare, o in JSON Feed le manca l’id: viene tralasciata.",
    ),
    (
        "repeated-identity",
        "Due voci hanno la stessa identità “{}”. Dare a ciascuna un guid o un id suo.",
    ),
    ("no-items", "Il feed non ha voci."),
];
