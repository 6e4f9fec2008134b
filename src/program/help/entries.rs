// SPDX-License-Identifier: EUPL-1.2
//! What is said of each command and argument, in Dutch and English.

use crate::request::Language;

/// What is said of a command, or of an argument of it.
pub(super) struct Entry {
    /// The command; `*` for any.
    pub(super) command: &'static str,
    /// The argument's id; empty for the command itself.
    pub(super) argument: &'static str,
    pub(super) dutch: &'static str,
    pub(super) english: &'static str,
}

impl Entry {
    pub(super) fn text(&self, language: Language) -> &'static str {
        language.either(self.dutch, self.english)
    }
}

/// All of it.
pub(super) const ENTRIES: [Entry; 66] = [
    Entry {
        command: "kansrijke-start",
        argument: "",
        dutch: "Grafieken van hoe de jongste kinderen van een gemeente beginnen.",
        english: "Charts of how the youngest children of a Dutch municipality start in life.",
    },
    Entry {
        command: "kansrijke-start",
        argument: "lang",
        dutch: "De taal van het programma, en van een grafiek: nl of en. Zonder deze optie die van het systeem (LC_ALL, LC_MESSAGES, LANG); een grafiek is dan Nederlands.",
        english: "The language of the program, and of a chart: nl or en. Without it that of the system (LC_ALL, LC_MESSAGES, LANG); a chart is then Dutch.",
    },
    Entry {
        command: "draw",
        argument: "",
        dutch: "Teken een grafiek naar de standaarduitvoer, die van een lijst gebieden, of alle in een map; de opties heten als de attributen van het element.",
        english: "Draw one chart to standard output, those of a list of regions, or all of them into a folder; the options are named as the element's attributes.",
    },
    Entry {
        command: "draw",
        argument: "indicator",
        dutch: "Het id van de indicator, zoals tienermoeders.",
        english: "The indicator's id, such as tienermoeders.",
    },
    Entry {
        command: "draw",
        argument: "region",
        dutch: "Een code van het CBS, of een naam.",
        english: "A CBS code, or a name.",
    },
    Entry {
        command: "draw",
        argument: "compare",
        dutch: "De codes van de regio's om mee te vergelijken; de eerste is de maatstaf.",
        english: "Codes of the regions to compare with; the first is the benchmark.",
    },
    Entry {
        command: "draw",
        argument: "view",
        dutch: "{views} of {view}.",
        english: "{views} or {view}.",
    },
    Entry {
        command: "draw",
        argument: "within",
        dutch: "Het gebied waarvan de regio's naast elkaar staan: een code, een naam, neighbours (buurgemeenten), peers (gemeenten die erop lijken) of similar (even groot).",
        english: "The area whose regions are set beside each other: a code, a name, neighbours, peers (municipalities that are like it) or similar (in size).",
    },
    Entry {
        command: "draw",
        argument: "map",
        dutch: "Waarin een kaart gebieden tekent: borders (grenzen) of tiles (vakjes van gelijke grootte).",
        english: "What a map draws regions as: borders, or tiles of one size.",
    },
    Entry {
        command: "draw",
        argument: "sort",
        dutch: "De indicator waarnaar de rijen van een heatmap zijn geordend.",
        english: "The indicator that puts the rows of a heat map in order.",
    },
    Entry {
        command: "draw",
        argument: "period",
        dutch: "2015, 2010-2015 of 2022-07.",
        english: "2015, 2010-2015 or 2022-07.",
    },
    Entry {
        command: "draw",
        argument: "edition",
        dutch: "De uitgave van de cijfers, zoals 2026-11-28: die uit de map met dat achter haar naam (data-2026-11-28). Zonder deze optie de nieuwste.",
        english: "The edition of the figures, such as 2026-11-28: that in the folder with it behind its name (data-2026-11-28). The newest without it.",
    },
    Entry {
        command: "draw",
        argument: "heading",
        dutch: "Wat er in de kop staat: message (wat de grafiek laat zien), name (het onderwerp en het gebied) of een eigen tekst.",
        english: "What the heading says: message (what the chart shows), name (the topic and the area) or a text of your own.",
    },
    Entry {
        command: "draw",
        argument: "annotation",
        dutch: "Een opmerking bij een cijfer, met de periode en het gebied: '2013|Goirle|Hier opende een opvanglocatie'. Wat leeg is, telt niet mee. Mag vaker.",
        english: "A remark on a figure, with the period and the area: '2013|Goirle|A home opened here'. What is empty does not count. May be repeated.",
    },
    Entry {
        command: "draw",
        argument: "heading_level",
        dutch: "1 tot en met 6.",
        english: "1 to 6.",
    },
    Entry {
        command: "draw",
        argument: "theme",
        dutch: "auto, light of dark.",
        english: "auto, light or dark.",
    },
    Entry {
        command: "draw",
        argument: "details",
        dutch: "closed, open of none.",
        english: "closed, open or none.",
    },
    Entry {
        command: "draw",
        argument: "loading",
        dutch: "lazy of eager.",
        english: "lazy or eager.",
    },
    Entry {
        command: "draw",
        argument: "src",
        dutch: "De map met de gegevens.",
        english: "The folder with the data.",
    },
    Entry {
        command: "draw",
        argument: "width",
        dutch: "De breedte van het plaatje in pixels.",
        english: "The width of the picture in pixels.",
    },
    Entry {
        command: "draw",
        argument: "format",
        dutch: "Wat er geschreven wordt; in een map (--out) ook meer dan een, met komma's ertussen. svg: het plaatje, met kop, zin en bron erin. html: het element met de hele figuur erin. json: wat er gezegd wordt, en de bevindingen daarachter. jsonl: elke bevinding op een regel, als JSON. insight: wat uit alle gebieden van die soort samen is op te maken, als JSON. csv: de cijfers als rijen voor machines. xlsx: een werkboek met de cijfers, en een blad met uitleg. cite, bibtex en csl: een verwijzing, met het adres als --base er staat. oembed: waar een site om vraagt die een pagina inbedt; daarbij hoort --base.",
        english: "What to write; into a folder (--out) also several, with commas between them. svg: the picture, with heading, sentence and source inside. html: the element with the whole figure inside. json: what is said, and the findings behind it. jsonl: every finding on a line, as JSON. insight: what can be concluded from all areas of that sort together, as JSON. csv: the figures as rows for machines. xlsx: a workbook with the figures, and a sheet that explains them. cite, bibtex and csl: a reference, with the address where --base is given. oembed: what a site asks for that embeds a page; needs --base.",
    },
    Entry {
        command: "draw",
        argument: "insight",
        dutch: "Zet onder de figuur wat uit alle gebieden van die soort samen is op te maken: hoeveel toeval kan zijn. In een trechter komen er gestreepte grenzen bij.",
        english: "Adds what can be concluded from all areas of that sort together: how much may be chance. A funnel gets dashed limits as well.",
    },
    Entry {
        command: "draw",
        argument: "base",
        dutch: "Het adres van de map op een site, voor oembed, en voor de adressen van de bestanden in html: https://…/kansrijke-start/.",
        english: "The address of the folder that a host copied, for oembed, and for the addresses of the files in html: https://…/kansrijke-start/.",
    },
    Entry {
        command: "draw",
        argument: "all",
        dutch: "Elke indicator en regio met cijfers, of die van de ene die genoemd is.",
        english: "Every indicator and region with figures, or those of the one that is named.",
    },
    Entry {
        command: "draw",
        argument: "regions",
        dutch: "Een bestand met op elke regel een gebied (- is de standaardinvoer): hun grafieken onder elkaar, als jsonl, csv of json, of met --out elk in een eigen bestand.",
        english: "A file with a region on each line (- is standard input): their charts below each other, as jsonl, csv or json, or with --out each in a file of its own.",
    },
    Entry {
        command: "draw",
        argument: "factsheet",
        dutch: "Een factsheet van een gebied (GM0344, Utrecht), van die van een lijst (--regions), of van alle gemeenten (--all): een paar pagina's A4 als HTML, met zinnen, grafieken, tabellen, wat er niet staat en waarom, bronnen en uitleg. Zonder --out gaat die van een gebied naar de standaarduitvoer, met de opmaak erin; met --out staan er ook een index en een stylesheet, en met --base (het adres waar die map komt te staan) een sitemap.",
        english: "A factsheet of a region (GM0344, Utrecht), of those of a list (--regions), or of all municipalities (--all): a few pages of A4 as HTML, with sentences, charts, tables, what is not there and why, sources and explanation. Without --out that of one region goes to standard output, with its style inside; with --out there are an index and a style sheet, too, and with --base (the address at which that folder is to stand) a sitemap.",
    },
    Entry {
        command: "draw",
        argument: "template",
        dutch: "Het sjabloon van factsheets: koppen, indicatoren, eigen teksten, logo en kleuren. Zonder deze optie dat van het programma (www/figures/factsheet.toml).",
        english: "The template of factsheets: headings, indicators, texts of your own, logo and colours. Without it that of the program (www/figures/factsheet.toml).",
    },
    Entry {
        command: "draw",
        argument: "pdf",
        dutch: "Maak van elke factsheet ook een PDF, met Chromium of Google Chrome op deze computer.",
        english: "Make a PDF of each factsheet, too, with Chromium or Google Chrome on this computer.",
    },
    Entry {
        command: "draw",
        argument: "out",
        dutch: "De map voor alle grafieken, of voor factsheets; er staat daarna niets anders in.",
        english: "The folder to write all charts into, or factsheets; it then holds nothing else.",
    },
    Entry {
        command: "prepare",
        argument: "",
        dutch: "Maak uit officiële bestanden de bestanden die het element leest, of zeg wat er niet klopt.",
        english: "Make the files that the element reads from official files, or say what is wrong.",
    },
    Entry {
        command: "prepare",
        argument: "recipe",
        dutch: "Het recept: wat de bestanden betekenen. Een map staat voor de recipe.toml erin, en een werkboek voor Swing (.xlsx) zegt zelf wat erin staat.",
        english: "The recipe: what the files mean. A folder stands for the recipe.toml in it, and a workbook for Swing (.xlsx) says itself what is in it.",
    },
    Entry {
        command: "prepare",
        argument: "out",
        dutch: "De map om te schrijven; er staat daarna niets anders in.",
        english: "The folder to write; it then holds nothing else.",
    },
    Entry {
        command: "prepare",
        argument: "base",
        dutch: "Het adres waar de map komt te staan, voor dcat.jsonld: https://…/kansrijke-start/data/.",
        english: "The address at which the folder is to stand, for dcat.jsonld: https://…/kansrijke-start/data/.",
    },
    Entry {
        command: "prepare",
        argument: "add",
        dutch: "Een map met cijfers die prepare eerder schreef, zoals pkg/data: de cijfers van het recept komen daarbij. Wat daar staat, blijft; wat dit recept er eerder bij zette, wordt vervangen.",
        english: "A folder of figures that prepare wrote before, such as pkg/data: the figures of the recipe are added to it. What stands there stays; what this recipe added before is replaced.",
    },
    Entry {
        command: "prepare",
        argument: "check",
        dutch: "Lees en controleer alles, en schrijf niets.",
        english: "Read and check everything, and write nothing.",
    },
    Entry {
        command: "prepare",
        argument: "report",
        dutch: "Schrijf wat er is achtergehouden en waarom: als tekst, of als JSON waar de naam daarop eindigt.",
        english: "Write what was suppressed and why: text, or JSON where the name ends so.",
    },
    Entry {
        command: "prepare",
        argument: "earlier",
        dutch: "Een map met wat eerder is gepubliceerd, dat bekend blijft: zo vaak als er zijn. Zonder deze optie telt de map die opnieuw wordt geschreven, waar al cijfers in staan.",
        english: "A folder with what was published before, which stays known: as often as there are. Without it the folder that is written anew counts, where it holds figures already.",
    },
    Entry {
        command: "prepare",
        argument: "keep_edition",
        dutch: "Bewaar deze uitgave, en die er stond, elk ook in een map ernaast met haar naam, zoals data-2026-11-28, voor pagina's die bij die cijfers blijven (edition).",
        english: "Keep this edition, and the one that stood there, each in a folder beside it with its name, such as data-2026-11-28, for pages that stay with those figures (edition).",
    },
    Entry {
        command: "prepare",
        argument: "allow_small",
        dutch: "Waarom een drempel onder 5 hier veilig is; staat in het verslag.",
        english: "Why a threshold below 5 is safe here; stands in the report.",
    },
    Entry {
        command: "prepare",
        argument: "geometry",
        dutch: "Grenzen voor kaarten: GeoJSON of TopoJSON, in graden (WGS84) of meters (EPSG:28992). Zonder deze optie gelden die van CBS en Kadaster, die het programma al heeft.",
        english: "Borders for maps: GeoJSON or TopoJSON, in degrees (WGS84) or metres (EPSG:28992). Without it those of CBS and Kadaster hold, which the program has already.",
    },
    Entry {
        command: "prepare",
        argument: "geometry_source",
        dutch: "Wie de grenzen maakte; staat onder de kaart.",
        english: "Who made the borders; stands under the map.",
    },
    Entry {
        command: "prepare",
        argument: "compress",
        dutch: "Schrijf naast elk bestand hetzelfde onder brotli (.br), voor een host die zulke bestanden geeft.",
        english: "Write each file under brotli (.br) beside itself, for a host that serves such files.",
    },
    Entry {
        command: "prepare",
        argument: "guess",
        dutch: "Stel een recept voor dit bestand voor (tekst, .xlsx of .ods), op de standaarduitvoer.",
        english: "Propose a recipe for this file (text, .xlsx or .ods), on standard output.",
    },
    Entry {
        command: "prepare",
        argument: "schema",
        dutch: "Druk het JSON Schema van recepten af, voor editors.",
        english: "Print the JSON Schema of recipes, for editors.",
    },
    Entry {
        command: "prepare",
        argument: "tables",
        dutch: "De map waarin update tabellen van het recept bewaart; hun cijfers tellen dan mee.",
        english: "The folder in which update keeps tables of the recipe; their figures then count too.",
    },
    Entry {
        command: "fetch",
        argument: "",
        dutch: "Haal een tabel van CBS of RIVM op, in bestanden die prepare leest.",
        english: "Download a table of CBS or RIVM into files that prepare reads.",
    },
    Entry {
        command: "fetch",
        argument: "table",
        dutch: "De code van de tabel, zoals 37201.",
        english: "The table's code, such as 37201.",
    },
    Entry {
        command: "fetch",
        argument: "catalog",
        dutch: "CBS, RIVM, of het adres van een dienst met OData versie 4.",
        english: "CBS, RIVM, or the address of an OData version 4 service.",
    },
    Entry {
        command: "fetch",
        argument: "catalog_v3",
        dutch: "Het adres van de dienst met versie 3, voor tabellen die versie 4 niet heeft.",
        english: "The address of the version 3 service, for tables that version 4 does not have.",
    },
    Entry {
        command: "fetch",
        argument: "out",
        dutch: "De map voor de bestanden; zonder deze optie de code van de tabel.",
        english: "The folder for the files; the table's code when left out.",
    },
    Entry {
        command: "sets",
        argument: "",
        dutch: "Schrijf de onderwerpen van een set als lijst voor een pagina: wat hier te zien is, wat anderen publiceren, en wat niemand publiceert.",
        english: "Write the subjects of a set as a list for a page: what is shown here, what others publish, and what nobody does.",
    },
    Entry {
        command: "sets",
        argument: "set",
        dutch: "national-2019, local, national-2024, national-2025, programme of beside: een set van de catalogus.",
        english: "national-2019, local, national-2024, national-2025, programme or beside: a set of the catalogue.",
    },
    Entry {
        command: "sets",
        argument: "region",
        dutch: "De regio waarvan de cijfers erbij staan: een code van het CBS, of een naam.",
        english: "The region whose figures stand beside it: a CBS code, or a name.",
    },
    Entry {
        command: "sets",
        argument: "src",
        dutch: "De map met de gegevens.",
        english: "The folder with the data.",
    },
    Entry {
        command: "sets",
        argument: "heading_level",
        dutch: "1 tot en met 6.",
        english: "1 to 6.",
    },
    Entry {
        command: "help",
        argument: "",
        dutch: "Laat deze uitleg zien, of die van een opdracht.",
        english: "Show this help, or that of a command.",
    },
    Entry {
        command: "fetch",
        argument: "list",
        dutch: "Noem de tabellen waar de meegeleverde cijfers uit komen, een op een regel. Hiervoor is geen verbinding nodig.",
        english: "List the tables that the shipped figures come from, one a line. Needs no connection.",
    },
    Entry {
        command: "update",
        argument: "",
        dutch: "Haal van de tabellen in het recept op wat nieuwer is, en maak er de bestanden van die het element leest. Exitcodes: 0 nieuwe cijfers, 3 niets nieuws, 1 geweigerd (er is dan niets veranderd), 2 verkeerd gebruik.",
        english: "Fetch what is newer of the tables in the recipe, and make of it the files that the element reads. Exit codes: 0 new figures, 3 nothing new, 1 refused (nothing has then changed), 2 wrong usage.",
    },
    Entry {
        command: "update",
        argument: "recipe",
        dutch: "Het recept, met [[table]]. Een map staat voor de recipe.toml erin. Zonder: recipe.toml, en als die er niet is het recept van de meegeleverde cijfers.",
        english: "The recipe, with [[table]]. A folder stands for the recipe.toml in it. Without it: recipe.toml, and where that is not there the recipe of the shipped figures.",
    },
    Entry {
        command: "update",
        argument: "out",
        dutch: "De map om te schrijven. Wat er staat is de vorige editie: daarmee wordt vergeleken, en het telt als bekend bij wat wordt achtergehouden.",
        english: "The folder to write. What stands there is the former edition: it is compared with, and counts as known in what is suppressed.",
    },
    Entry {
        command: "update",
        argument: "tables",
        dutch: "De map waarin de tabellen bewaard blijven, elk in een eigen map.",
        english: "The folder that keeps the tables, each in a folder of its own.",
    },
    Entry {
        command: "update",
        argument: "earlier",
        dutch: "Een map met wat eerder is gepubliceerd, naast de vorige editie: zo vaak als er zijn.",
        english: "A folder with what was published before, beside the former edition: as often as there are.",
    },
    Entry {
        command: "update",
        argument: "keep_going",
        dutch: "Ga door zonder tabellen die niet te krijgen zijn: dan geldt wat er het laatst van is opgehaald, of het bestand van het recept.",
        english: "Go on without tables that are not to be had: what was last fetched of them counts, or the file of the recipe.",
    },
    Entry {
        command: "update",
        argument: "quiet",
        dutch: "Zeg alleen de laatste regel, voor een logboek.",
        english: "Say the last line only, for a log.",
    },
    Entry {
        command: "*",
        argument: "help",
        dutch: "Laat deze uitleg zien.",
        english: "Show this help.",
    },
    Entry {
        command: "*",
        argument: "version",
        dutch: "Laat de versie zien.",
        english: "Show the version.",
    },
];
