// SPDX-License-Identifier: EUPL-1.2
//! What was found where something else was expected.

use super::parts::{
    And, Aside, Between, Clash, Counted, Definition, Feature, FolderKind, Keys, Parts, Several,
    Thing,
};
use super::say::{Say, messages};
use std::fmt;

messages! {
    /// What was found.
    Found {
        Verbatim(text: String) => "{text}", "{text}";
        Quoted(text: String) => "\"{text}\"", "\"{text}\"";

        // Files and folders.
        NoSuchFile => "niets van die naam", "nothing of that name";
        NoAccess => "geen toegang", "no access";
        Folder => "een map", "a folder";
        File => "een bestand", "a file";
        FullDisk => "geen ruimte meer op de schijf", "no room left on the disk";
        FileTooLarge => "geen ruimte voor een bestand van die grootte", "no room for a file of that size";
        MountedDisk => "een aangekoppelde schijf, die niet te vervangen is", "a mounted disk, which cannot be replaced";
        ReadOnlyDisk => "een schijf waarop niet te schrijven is", "a disk that cannot be written to";
        Pipe => "een pijp of een apparaat", "a pipe or a device";
        VanishingFolder => "een tijdelijke map die steeds verdwijnt", "a temporary folder that keeps vanishing";
        ChangingFolder => "een map die steeds door iets anders wordt vervangen", "a folder that something else keeps replacing";
        Stranger(name: String) => "{name}, dat kansrijke-start hier niet heeft gemaakt", "{name}, which kansrijke-start did not make here";
        FolderOf(kind: FolderKind) => "een map met {kind}", "a folder of {kind}";
        OtherEdition => "andere cijfers dan die bewaard moeten worden", "other figures than those to be kept";
        NoFolder => "iets anders dan een map", "something else than a folder";
        NoFolderName => "geen naam van een map", "no name of a folder";
        Link(to: String) => "een koppeling naar {to}", "a link to {to}";
        WorkingFolder => "de map waarin u nu werkt", "the folder that you work in";
        LineBreakInName => "een naam met een regeleinde", "a name with a line break";
        InsideReplaced(folder: String) => "een plek in {folder}, een map die wordt vervangen", "a place in {folder}, a folder that is replaced";
        InputInside(input: String) => "{input}, dat hiervoor nodig is en verloren zou gaan", "{input}, which is needed for this and would be lost";
        Input => "een bestand dat hiervoor nodig is", "a file that is needed for this";

        // The text of a file.
        CutOff => "het einde, midden in het bestand: het is afgebroken", "the end, in the middle of the file: it is cut off";
        NotJson(line: usize, column: usize) => "iets dat geen JSON is, op regel {line}, teken {column}", "something that is no JSON, on line {line}, character {column}";
        OtherJson(line: usize, column: usize) => "een andere opbouw, op regel {line}, teken {column}", "another structure, on line {line}, character {column}";
        NotUtf8 => "tekens die geen UTF-8 zijn", "characters that are not UTF-8";
        NotARow => "iets dat geen rij van een tabel is", "something that is no row of a table";
        NotToml(line: String) => "iets dat geen TOML is: {line}", "something that is no TOML: {line}";
        Utf16 => "tekst in UTF-16 (\"Unicode-tekst\" van Excel)", "text in UTF-16 (\"Unicode text\" of Excel)";
        OddByte(byte: String) => "een teken dat in tekst niet voorkomt ({byte})", "a character that does not occur in text ({byte})";
        EmptyFile => "een leeg bestand", "an empty file";
        LongRow => "een rij van meer dan een miljoen tekens: een aanhalingsteken dat niet sluit, of geen tabel", "a row of more than a million characters: a quote that is not closed, or no table";
        NoLineEnd => "een laatste regel zonder einde: het bestand lijkt afgebroken", "a last line without an end: the file seems cut off";
        Fields(count: usize) => "{count} velden", "{count} fields";
        Columns(count: usize) => "{count} kolommen", "{count} columns";
        NoHeadings => "geen kopregel", "no line of headings";
        NoRows => "geen rijen", "no rows";
        Format(name: String) => "format \"{name}\"", "format \"{name}\"";
        BareWorkbook => "een werkboek dat niet zelf zegt wat erin staat", "a workbook that does not say itself what is in it";
        TakenCode(code: String) => "een indicator {code} die de catalogus ook heeft", "an indicator {code} that the catalogue has, too";
        SheetKeys => "een tekstbestand, met een recept voor een werkboek", "a text file, with a recipe for a workbook";
        NoSheet(name: String) => "geen blad {name}", "no sheet {name}";
        SeveralSheets(count: usize) => "{count} bladen", "{count} sheets";
        EmptySheet => "een leeg blad", "an empty sheet";
        SheetName(name: String) => "een blad dat {name} heet", "a sheet that is called {name}";
        Categories(names: String) => "de categorieën {names}", "the categories {names}";
        Uncomputed => "een formule zonder uitkomst", "a formula without a result";
        CompoundFile => "een werkboek van vóór 2007 (.xls), of een met een wachtwoord", "a workbook from before 2007 (.xls), or one with a password";
        BinaryWorkbook => "een binair werkboek (.xlsb)", "a binary workbook (.xlsb)";
        NoWorkbook => "een ingepakt bestand dat geen werkboek is", "a packed file that is no workbook";
        BrokenWorkbook => "een werkboek dat niet heel is", "a workbook that is not whole";
        ManyParts(parts: usize) => "een werkboek van {parts} bestanden", "a workbook of {parts} files";
        LargeWorkbook(most: u64) => "een werkboek dat uitgepakt groter is dan {most} MB", "a workbook that is larger than {most} MB when it is unpacked";
        Entities => "een werkboek met eigen entiteiten, die geen programma erin schrijft", "a workbook with entities of its own, which no program writes into one";
        NoSheets => "geen werkbladen", "no sheets";
        FarCell(cell: String) => "een cel buiten het blad ({cell})", "a cell outside the sheet ({cell})";
        LongCell => "een tekst die langer is dan een cel kan zijn", "a text that is longer than a cell can be";
        ManyCells(most: usize) => "meer dan {most} cellen", "more than {most} cells";
        Description => "de beschrijving van een tabel, zonder cijfers", "the description of a table, without figures";
        UnknownFormat => "een bestand van onbekende vorm", "a file of an unknown format";

        // Figures that are added to others.
        FigureApart(cell: String, own: String, there: String) => "{cell}: {own}, terwijl de map {there} heeft", "{cell}: {own}, where the folder has {there}";
        OtherDefinition(id: String, keys: String) => "{id} met iets anders bij {keys} dan de map heeft", "{id} with something else under {keys} than the folder has";
        OtherRounding(id: String) => "{id} met een andere rounded of residual dan de map heeft", "{id} with another rounded or residual than the folder has";
        OtherPlaces(names: String) => "andere gebieden dan in de map: {names}", "other places than in the folder: {names}";

        // Keys of recipe and catalogue.
        MissingKey(key: String) => "geen sleutel {key}", "no key {key}";
        UnknownKey(key: String) => "de onbekende sleutel {key}", "the unknown key {key}";
        KeyTwice(line: Aside) => "een sleutel die er al is{line}", "a key that is there already{line}";
        OtherType(line: Aside) => "een waarde van een andere soort{line}", "a value of another type{line}";
        ThingAt(place: String, thing: Thing) => "bij {place} {thing}", "at {place} {thing}";
        Unclosed(line: Aside) => "een haakje of aanhalingsteken dat niet sluit{line}", "a bracket or quote that is not closed{line}";
        Unfitting => "iets dat hier niet past", "something that does not fit here";
        Lacking(keys: Keys) => "{keys}", "{keys}";
        NoIndicators => "geen [[indicator]]", "no [[indicator]]";
        IndicatorTwice(id: String) => "tweemaal {id}", "{id} twice";
        InDefinition(nth: usize, id: Definition, found: Box<Found>) => "bij indicator {nth} ({id}): {found}", "at indicator {nth} ({id}): {found}";
        Id(id: Definition) => "{id}", "{id}";
        NoTable => "geen tabel", "no table";
        NoSets => "geen sets", "no sets";
        Pair(file: String, one: &'static str, other: &'static str) => "bij {file}: {one} en {other}", "at {file}: {one} and {other}";
        SecretAndMissing(file: String, sign: String) => "bij {file}: \"{sign}\" bij secret en bij missing", "at {file}: \"{sign}\" under secret and under missing";
        Rounded(file: String) => "bij {file}: rounded", "at {file}: rounded";
        NoSeries(file: String) => "bij {file}: geen [[file.series]]", "at {file}: no [[file.series]]";
        NoTables => "geen [[table]]", "no [[table]]";
        TableTwice(id: String) => "tabel {id} twee keer", "table {id} twice";
        Level(id: String, level: String) => "bij {id}: levels met \"{level}\"", "at {id}: levels with \"{level}\"";
        EmptySeries(file: String) => "bij {file}: een reeks zonder kolom", "at {file}: a series without a column";
        Pool(first: i32, last: i32) => "pool {first} tot {last}", "pool {first} to {last}";
        Indicator(id: String) => "indicator \"{id}\"", "indicator \"{id}\"";
        Group(code: String) => "groep \"{code}\"", "group \"{code}\"";
        SmallGroup(code: String, members: usize) => "groep {code} met {members} gemeente", "group {code} with {members} municipality";
        GroupMember(group: String, code: String) => "groep {group}: \"{code}\"", "group {group}: \"{code}\"";
        NoCountry => "geen land", "no country";

        // Rows and cells.
        Clashes(names: Several<Clash>) => "{names}", "{names}";
        Headings(names: String) => "de kolommen {names}", "the columns {names}";
        Dimensions(names: String) => "de dimensies {names}", "the dimensions {names}";
        Titles(dimension: String, names: String) => "in {dimension}: {names}", "in {dimension}: {names}";
        NameOfSeveral(name: String, codes: And) => "\"{name}\", de naam van {codes}", "\"{name}\", the name of {codes}";
        Garbled(text: String, name: String) => "\"{text}\" ({name}, opgeslagen in een andere codering van letters dan gelezen)", "\"{text}\" ({name}, saved in another encoding of letters than read)";
        LostLetter(text: String) => "\"{text}\" (een letter ging verloren bij het opslaan)", "\"{text}\" (a letter was lost when it was saved)";
        SharedName(name: String, province: String) => "\"{name}\" bij provincies als \"{province}\"", "\"{name}\" beside provinces such as \"{province}\"";
        FigureTwice(code: String, period: String, first: u64) => "nog een cijfer van {code} in {period} (het eerste staat in rij {first})", "another figure of {code} in {period} (the first is in row {first})";
        RowTwice(first: u64) => "nog een cijfer van dezelfde regio en periode (het eerste staat in rij {first})", "another figure of the same region and period (the first is in row {first})";
        Of(record: String, found: Box<Found>) => "{record}: {found}", "{record}: {found}";
        OtherFigure(record: String) => "een ander cijfer van {record}", "another figure of {record}";
        NumeratorAbove(numerator: f64, denominator: f64) => "teller {numerator} boven noemer {denominator}", "numerator {numerator} above denominator {denominator}";
        ValueOfNobody => "een waarde bij noemer 0", "a value with denominator 0";
        BrokenCount => "een aantal met decimalen", "a count with decimals";
        Percent(value: f64) => "{value} procent", "{value} per cent";
        LimitsApart => "grenzen waar de waarde niet tussen ligt", "limits that the value does not lie between";
        Answer => "een antwoord", "an answer";
        NoFiguresInFolder => "een map zonder cijfers", "a folder without figures";
        PageMissing(pages: usize, next: String) => "{pages} pagina's, en nog een die volgt: {next}", "{pages} pages, and another that follows: {next}";
        NoneChosen(rows: Counted) => "{rows}, en geen die [file.where] kiest", "{rows}, and none that [file.where] chooses";
        NoneShown(rows: Counted) => "{rows}, en geen van een regio die getoond wordt", "{rows}, and none of a region that is shown";
        OpenSigns => "getallen als 1.234 die duizend of een en een beetje kunnen zijn", "numbers such as 1.234 that may be a thousand or one and a bit";
        BothSigns(point: String, row: u64, comma: String) => "{point}, en in rij {row} {comma}: twee schrijfwijzen door elkaar", "{point}, and in row {row} {comma}: two ways of writing mixed";
        NotThen(code: String, period: String) => "{code} in {period}", "{code} in {period}";
        NoFigureColumn(names: String) => "geen kolom met cijfers ({names})", "no column of figures ({names})";

        // Earlier editions, and what adds up.
        FormatVersion(version: String) => "de vorm van versie {version}", "the format of version {version}";
        PartsApart => "een bestand waarvan de delen niet bij elkaar passen", "a file whose parts do not fit together";
        Derivable(record: String) => "{record}: af te leiden", "{record}: can be worked out";
        Contradiction(ids: String, cells: String) => "{ids}: {cells} kunnen niet samen waar zijn", "{ids}: {cells} cannot be true together";
        CountsApart(ids: String) => "aantallen van {ids} die niet samen waar kunnen zijn", "counts of {ids} that cannot be true together";
        SumApart(record: String, total: Between, parts: Parts) => "{record}: {total}, met {parts}", "{record}: {total}, with {parts}";

        // Borders.
        Megabytes(size: u64) => "{size} MB", "{size} MB";
        NoKnownRegion(areas: usize, names: String) => "{areas} gebieden, geen met een bekende code of naam ({names})", "{areas} areas, none with a known code or name ({names})";
        InFeature(feature: Feature, found: Box<Found>) => "{feature}: {found}", "{feature}: {found}";
        NoPolygon => "geen vlak", "no polygon";
        FewPoints => "een grens van minder dan vier punten", "a border of fewer than four points";
        OpenBorder => "een grens die niet sluit", "a border that is not closed";
        NoProperties => "een vorm zonder eigenschappen", "a shape without properties";
        WrongArcs => "arcs of transform die niet kloppen", "arcs or transform that are wrong";
        MissingArc => "een vorm met een arc die er niet is", "a shape with an arc that is not there";
        CoordinatesIn(system: String) => "coördinaten in {system}", "coordinates in {system}";
        NoCoordinates => "geen coördinaten", "no coordinates";
        OutsideAt(x: String, y: String) => "de plaats {x}, {y}", "the place {x}, {y}";
        SwappedAt(x: String, y: String) => "de plaats {x}, {y}: breedte en lengte verwisseld", "the place {x}, {y}: latitude and longitude swapped";

        // Factsheets.
        NoSections => "geen [[section]]", "no [[section]]";
        TextTooLong(key: String, bytes: usize) => "bij {key} een tekst van {bytes} bytes", "at {key} a text of {bytes} bytes";
        EmptyText(key: String) => "bij {key} een lege tekst", "at {key} an empty text";
        TooMany(key: String, count: usize) => "bij {key} {count} stuks", "at {key} {count} of them";
        ColourName(name: String) => "de onbekende kleur {name}", "the unknown colour {name}";
        Colour(name: String, text: String) => "bij {name} \"{text}\"", "at {name} \"{text}\"";
        PaleColour(name: String, text: String, contrast: f64) => "bij {name} {text}, met contrast {contrast} op wit papier", "at {name} {text}, with a contrast of {contrast} on white paper";
        LinkAddress(address: String) => "het adres \"{address}\"", "the address \"{address}\"";
        NoPicture => "een bestand dat geen PNG of JPEG is", "a file that is no PNG or JPEG";
        PictureSize(width: u32, height: u32) => "een plaatje van {width} bij {height} pixels", "a picture of {width} by {height} pixels";
        MoreKilobytes(most: u64) => "een bestand van meer dan {most} kB", "a file of more than {most} kB";
        NoBrowser => "geen Chromium of Google Chrome", "no Chromium or Google Chrome";
        NoPdf(page: String) => "geen PDF van {page}", "no PDF of {page}";

        // Downloads.
        Address(address: String) => "het adres \"{address}\"", "the address \"{address}\"";
        PageIsNoTable(found: Box<Found>) => "een pagina die geen tabel is: {found}", "a page that is no table: {found}";
        ManyPages(most: usize) => "meer dan {most} pagina's", "more than {most} pages";
        PageTwice(number: usize) => "pagina {number} die er al was", "page {number}, which was there already";
        Status(status: u16) => "antwoord {status}", "answer {status}";
        OtherService(to: String) => "een verwijzing naar een andere dienst ({to})", "a reference to another service ({to})";
        LostRedirect => "een verwijzing die nergens heen leidt", "a reference that leads nowhere";
        LargeTable(most: String) => "een tabel van meer dan {most}", "a table of more than {most}";
        LargePage(most: String) => "een pagina van meer dan {most}", "a page of more than {most}";
        LateTable(seconds: u64) => "een tabel die na {seconds} seconden niet binnen is", "a table that is not there after {seconds} seconds";
        PageIsNoText => "een pagina die geen tekst is", "a page that is no text";
        NoAnswer(host: String, seconds: u64) => "geen antwoord van {host} binnen {seconds} seconden", "no answer of {host} within {seconds} seconds";
        BrokenAnswer(host: String) => "een antwoord van {host} dat is afgebroken", "an answer of {host} that is cut off";
        NoConnection(host: String) => "geen verbinding met {host}", "no connection with {host}";
        NoSecureConnection(host: String) => "geen beveiligde verbinding met {host}", "no secure connection with {host}";
        UnreadableAnswer(host: String) => "een antwoord van {host} dat niet te lezen is", "an answer of {host} that cannot be read";
    }
}

/// So that it can be the reason of a system's error.
impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(crate::request::Language::default()))
    }
}

impl std::error::Error for Found {}
