//! English. What the option table and the doctor say in English is not repeated here.

use super::Words;

/// The words in English.
pub static ENGLISH: Words = Words {
    tag: "en",
    title: "Live headlines, on any page",
    introduction: "Choose whose news it is and how it looks. Take the lines that come out, and \
                   paste them into your page.",
    feed_heading: "Whose news?",
    look_heading: "How should it look?",
    preview_heading: "On your page",
    take_heading: "Take it to your page",

    address: "Address of a website or feed",
    address_hint: "For example example.org, or the address of an RSS, Atom or JSON feed. Several \
                   feeds can stand here, with spaces or commas between.",
    check: "Check",
    checking: "Checking …",
    sample: "Until then you see a sample.",
    no_address: "This is not the address of a website or feed.",
    readable: "Every page can show this feed.",
    headlines: "{} headlines",
    one_headline: "One headline",
    newest: "the newest of {}",
    secure: "It comes over https.",
    dated: "All headlines have a date.",
    pictured: "It has pictures.",
    problems: "What else its publisher could mend",
    choose_feed: "This website has these feeds. Take one:",
    no_feed: "No feed was found at this address. Look on the website for a link such as “RSS”, \
              and copy its address.",
    unreachable: "Nothing answers at this address. Is it spelled correctly?",
    refused: "The server refuses this address (status {}).",
    mend_heading: "How the publisher mends this",
    mend_hint: "The site's server must send one header. Choose the system it runs on:",
    wordpress_works: "This is a WordPress site, and needs no change: take this address instead.",
    take_address: "Take {}",

    presets_heading: "Begin with",
    presets: [
        "Sidebar",
        "Breaking bar",
        "End of an article",
        "Front page",
        "Lobby screen",
    ],
    more: "More options",
    automatic: "as the page",
    unusable: "“{}” is not used: it must be {}{}.",
    bounds: " from {} to {}",
    expected: &[],
    without_heading: "No heading",
    reset: "Start over",

    width: "Width",
    full_width: "Full",
    ground: "Page",
    grounds: ["Light", "Dark", "Coloured", "Right to left"],
    steps_show: "Show how it loads",
    steps_hide: "Back to the live widget",
    steps: [
        "1. Your page alone: the place is kept free, and your own link stands in it.",
        "2. The script has come: the widget asks for the feed.",
        "3. The feed has come: the first headlines can be read.",
        "4. The rest has come, behind them: the widget is live.",
    ],
    next_step: "Next step",
    steps_frame: "The steps of loading",

    form: "For",
    forms: [
        "One tag",
        "Element",
        "Frame",
        "WordPress",
        "React",
        "Next",
        "Vue",
        "Svelte",
        "Astro",
        "Printed by a server",
    ],
    form_hints: [
        "The news appears where this tag stands, so it belongs inside the page's body.",
        "You choose the place, and readers without scripts get your link. The best form for most \
         pages.",
        "For sites that allow no foreign scripts. It takes the height of its news by the second \
         line, where that is allowed.",
        "Authors need the plugin, which an administrator installs (Plugins → Add New → Upload \
         Plugin). Administrators and editors can do without.",
        "With Vite, webpack or esbuild. In React only the element is right: React moves script \
         tags away.",
        "For a server component: nothing is added to your bundle.",
        "With Vite and Vue's plugin.",
        "With Svelte 5.",
        "It also survives Astro's client router.",
        "The headlines stand in the page's HTML before any script has run. Run this every few \
         minutes on your server, and include the file that it writes into your page.",
    ],
    no_feed_yet: "No feed is chosen yet: the address in these lines is an example. Begin at step 1.",
    not_shown_yet: "{} will not be shown on your page yet.",
    to_first_step: "Back to step 1: what can be done",
    height_holds: "The height is that of the headlines above, in a place {} pixels wide. A wider \
                   place needs less, a narrower one more.",
    get_plugin: "Get the plugin",
    in_page: "Into the page, where the news should be",
    in_terminal: "Into a terminal",
    in_post: "For authors: into a post, as a block “Shortcode”",
    in_setting: "For an administrator, once: Settings → Strillone, the address of strillone.js",
    in_html_block: "For administrators and editors: into a block “Custom HTML”",
    copy: "Copy",
    copied: "Copied",
    not_copied: "Select it and copy it by hand",
    pin: "Pin the script by its hash (integrity)",
    pin_hint: "The page then runs just this release, and gets no corrections by itself.",
    reserve: "Keep its place free",
    reserve_hint: "So that nothing on the page moves when the news arrives. For your style sheet.",
    reserve_tag_hint: "Put <div class=\"news\"> before the tag, and </div> after it.",
    preload: "Have the headlines sooner",
    preload_hint: "One line for the page's head.",
    policy: "If your page has a content policy",
    policy_hint: "Add these to the Content-Security-Policy; nothing else is needed for these \
                  choices.",
    weight: "What your readers load",
    weight_script: "the script, with the first headlines",
    weight_wasm: "the widget, behind them",
    weight_feed: "the feed",
    weight_rest: "And the pictures that are shown. No cookie, no identifier, no count.",
    letter: "A text for your web person",
    letter_hint: "If somebody else looks after your site, send this.",
    letter_text: "Hello,\n\ncould you please put live headlines on our site? These are the lines \
                  ({}):\n\n{}\n\n{}If the site sends a Content-Security-Policy, it must allow:\n\n\
                  {}\n\nIt sets no cookie and counts nobody. Here is how it looks, and where it \
                  can be changed:\n{}\n\nThank you!",
    letter_rule: "So that nothing moves while they load, please add to the style sheet (the height \
                  holds for a place {} pixels wide; a wider one needs less): {}\n\n{}\n\n",
    fallback: "Latest news",
    privacy: "This page remembers nothing and sends nothing to anybody: it only asks the address \
              that you enter. All choices are in its own address, which you can keep or share.",

    groups: &[
        ("source", "Which headlines"),
        ("layout", "Layout"),
        ("item", "Each headline"),
        ("follow", "Follow us"),
        ("live", "Updates"),
        ("links", "Links"),
        ("language", "Language"),
        ("loading", "Loading"),
    ],
    options: &[
        ("feed", "Address of the feed", ""),
        (
            "proxy",
            "Feed by way of your server",
            "For a feed that other sites may not read: an address on a server of your own that \
             fetches it for your readers, with {url} where the feed's address belongs. For example \
             https://example.org/relay?feed={url}",
        ),
        ("limit", "How many headlines", ""),
        ("more", "“Show more” reveals", ""),
        ("max-age", "At most this many hours old", ""),
        ("upcoming", "Dated ahead", ""),
        ("lead", "Lead story", ""),
        (
            "time-zone",
            "Time zone",
            "The zone of the times shown, by continent and city: Europe/Rome, America/New_York. \
             Without it, the reader's own.",
        ),
        ("images", "Pictures", ""),
        ("thumbnails", "Small pictures", ""),
        ("comments", "Comment counts", ""),
        ("summary", "Length of summaries", ""),
        ("preview", "Previews of articles", ""),
        ("open", "Open at first", ""),
        ("follow", "Your channels", ""),
        ("follow-heading", "Heading of the channels", ""),
        ("refresh", "Seconds between updates", ""),
        (
            "push",
            "Stream of events",
            "For sites that announce their news by themselves: the address of a stream that says \
             when there is something new. The feed is then hardly asked without need. For example \
             https://example.org/events",
        ),
        ("target", "Links open in", ""),
        ("link-query", "Added to links", ""),
        (
            "lang",
            "Language",
            "The language of the widget's own words: it for Italian, pt-BR for the Portuguese of \
             Brazil. Without it, that of the page.",
        ),
        ("dir", "Direction of text", ""),
        ("loading", "Load", ""),
    ],
    findings: &[],
    problem_kinds: &[],
    keywords: &[
        ("newest", "newest first"),
        ("oldest", "oldest first"),
        ("feed", "as in the feed"),
        ("_blank", "a new tab"),
        ("_self", "this tab"),
        ("_parent", "the frame around"),
        ("_top", "the whole window"),
        ("ltr", "left to right"),
        ("rtl", "right to left"),
        ("lazy", "when it comes near"),
        ("eager", "at once"),
        ("inline", "under the headline"),
        ("popover", "over the page"),
        ("panel", "beside the list"),
        ("auto", "automatic"),
        ("clock", "time of day"),
        ("relative", "how long ago"),
    ],
};
