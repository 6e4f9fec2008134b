// SPDX-License-Identifier: EUPL-1.2
//! What was expected where something else was found, and what to do.

use super::parts::{FolderKind, Or, Several, Thing};
use super::say::messages;

messages! {
    /// What was expected.
    Expected {
        Verbatim(text: String) => "{text}", "{text}";
        All(those: Several<Expected>) => "{those}", "{those}";

        // Files and folders.
        ReadableFile => "een leesbaar bestand", "a readable file";
        ReadableRecipe => "een leesbaar recept", "a readable recipe";
        ReadableCatalogue => "een leesbare catalogus", "a readable catalogue";
        FileOrFolder => "een bestand of een map", "a file or a folder";
        WritableFile => "een bestand om in te schrijven", "a file to write to";
        WritableFolder => "een map om in te schrijven", "a folder to write to";
        WritablePlace => "een map om in te schrijven, in een map waarin dat ook kan", "a folder to write to, in a folder where that is possible too";
        OtherReportName => "een andere naam voor het verslag", "another name for the report";
        NoStrangers => "alleen bestanden van kansrijke-start: zet dit ergens anders, of kies met --out een andere map", "only files of kansrijke-start: put this elsewhere, or choose another folder with --out";
        NewFolder(kind: FolderKind) => "een nieuwe of lege map, of een map met {kind} die eerder zo is gemaakt: kies met --out een andere", "a new or empty folder, or a folder of {kind} that was made like this before: choose another with --out";
        FolderOf(kind: FolderKind) => "een map met {kind}: kies met --out een andere", "a folder of {kind}: choose another with --out";
        Folder => "een map", "a folder";
        FolderName => "een naam, zoals --out data", "a name, such as --out data";
        FolderItself(to: String) => "de map zelf: --out {to}", "the folder itself: --out {to}";
        FolderOfOtherName => "een map: kies met --out een andere naam", "a folder: choose another name with --out";
        FolderBeside => "een map daarin of daarnaast, zoals --out data", "a folder in it or beside it, such as --out data";
        PlainName => "een gewone naam", "a plain name";
        FolderOutside => "een map daarbuiten: kies met --out een andere", "a folder outside it: choose another with --out";
        OwnFolder => "een map waarin niets van uzelf staat: kies met --out een andere, zoals --out cijfers", "a folder that holds nothing of your own: choose another with --out, such as --out figures";

        // The text of a file.
        LineOfHeadings => "een regel met kolomnamen", "a line of column names";
        Fields(count: usize) => "{count} velden", "{count} fields";
        LineInUtf8 => "een regel in UTF-8", "a line in UTF-8";
        DecimalPoint => "een getal met een decimale punt", "a number with a decimal point";
        DecimalComma => "een getal met een decimale komma", "a number with a decimal comma";
        Number => "een getal", "a number";
        NotNegative => "geen getal onder nul", "no number below zero";
        Data => "gegevens", "data";
        CsvUtf8 => "hetzelfde bestand, opgeslagen als \"CSV UTF-8\"", "the same file, saved as \"CSV UTF-8\"";
        TextFile => "een tekstbestand (CSV of JSON), of een werkboek (.xlsx of .ods)", "a text file (CSV or JSON), or a workbook (.xlsx or .ods)";
        WorkbookRecipe => "een werkboek voor Swing, of een recept (prepare --guess BESTAND doet een voorstel)", "a workbook for Swing, or a recipe (prepare --guess FILE proposes one)";
        OwnId(code: String) => "een recept dat zegt welke het is: [[file.series]] met indicator = \"id\" en value = \"{code}\"", "a recipe that says which it is: [[file.series]] with indicator = \"id\" and value = \"{code}\"";
        Both => "allebei, of geen van beide", "both, or neither of them";
        Range => "een bereik van cellen, zoals \"B3:F40\"", "a range of cells, such as \"B3:F40\"";
        NoTextFormat => "geen format, of \"swing\": dit is een werkboek", "no format, or \"swing\": this is a workbook";
        NoSheetKeys => "een werkboek (.xlsx of .ods), of een recept zonder sheet, range, heads, category en \"columns\"", "a workbook (.xlsx or .ods), or a recipe without sheet, range, heads, category and \"columns\"";
        SheetOf(names: String) => "sheet = een van: {names}", "sheet = one of: {names}";
        SheetPeriod => "een jaar of jaren in de naam van het blad, of period_is", "a year or years in the name of the sheet, or period_is";
        PeriodHeads => "koppen met jaren, of de naam van een kolom bij period", "headings with years, or the name of a column at period";
        CategoryParts => "denominator_is = de categorieën die samen de noemer zijn", "denominator_is = the categories that together are the denominator";
        CountColumn => "numerator = de kolom met de aantallen", "numerator = the column of the counts";
        Result => "een uitkomst: open het werkboek in Excel of LibreOffice, laat het rekenen en sla het op", "a result: open the workbook in Excel or LibreOffice, let it calculate and save it";
        WholeWorkbook => "een heel werkboek zonder wachtwoord (.xlsx of .ods); open het in Excel of LibreOffice en sla het opnieuw op", "a whole workbook without a password (.xlsx or .ods); open it in Excel or LibreOffice and save it again";
        OpenWorkbook => "een werkboek zonder wachtwoord, opgeslagen als .xlsx of .ods", "a workbook without a password, saved as .xlsx or .ods";
        SavedWorkbook => "een werkboek zoals Excel of LibreOffice het opslaat", "a workbook as Excel or LibreOffice saves it";
        WorkbookOfTables => "een werkboek met alleen de tabellen die nodig zijn", "a workbook with only the tables that are needed";
        WorkbookUpTo(most: u64) => "een werkboek van ten hoogste {most} MB", "a workbook of at most {most} MB";
        LineEnd => "een regeleinde aan het slot; is het bestand heel, zet het er dan achter", "a line break at the end; if the file is whole, add it";
        TableRow => "een rij van een tabel", "a row of a table";
        ColumnsAsHeadings(count: usize) => "{count} kolommen, zoals in de kopregel", "{count} columns, as in the line of headings";
        FileOfFigures => "het bestand met de cijfers (Observations, TypedDataSet); zijn dit toch cijfers, noem dan bij format welke vorm ze hebben", "the file of the figures (Observations, TypedDataSet); if these are figures after all, say their format under format";
        KnownFormat => "een tabel met kolomnamen op de eerste regel, of OData van CBS of RIVM", "a table with column names on the first line, or OData of CBS or RIVM";
        ODataRows => "OData in JSON, met rijen onder \"value\"", "OData in JSON, with rows under \"value\"";
        RowsUnderValue => "rijen onder \"value\"", "rows under \"value\"";
        RowsUnderHeadings => "rijen onder de kopregel", "rows under the line of headings";
        FilesOfFigures => "bestanden met cijfers", "files of figures";
        AllPages => "alle pagina's", "all pages";

        // Keys of recipe and catalogue.
        Recipe => "een recept: zie het schema", "a recipe: see the schema";
        Declaration => "wat optelt: zie het schema", "what adds up: see the schema";
        Toml => "geldige TOML", "valid TOML";
        AlsoKey(key: String) => "ook {key} = …", "also {key} = …";
        KeyOnce => "elke sleutel eenmaal", "every key once";
        Thing(thing: Thing) => "{thing}", "{thing}";
        Closed => "een haakje of aanhalingsteken dat ook sluit: [[file]], \"tekst\"", "a bracket or quote that is closed: [[file]], \"text\"";
        OneOf(key: String, words: Or) => "{key} = {words}", "{key} = {words}";
        UpTo(key: String, most: String) => "{key} = 0 tot en met {most}", "{key} = 0 up to {most}";
        Indicators => "indicatoren", "indicators";
        CatalogueKey => "[[indicator]], of wat optelt: [[sum]] en zo", "[[indicator]], or what adds up: [[sum]] and the like";
        IndicatorOnce => "elke indicator eenmaal", "every indicator once";
        Table => "een tabel", "a table";
        WholeDefinition => "een volledige definitie", "a complete definition";
        Definition => "een definitie", "a definition";
        DefinitionKey => "een sleutel van een definitie", "a key of a definition";
        IdCharacters => "kleine letters, cijfers en streepjes", "small letters, digits and hyphens";
        BreakPeriod => "een periode: 2021 of 2021-07", "a period: 2021 or 2021-07";
        Day => "een dag, zoals 2026-11-28", "a day, such as 2026-11-28";
        FreeEdition => "een map die er nog niet is, of die dezelfde cijfers heeft: geef een van beide een andere naam", "a folder that is not there yet, or that has the same figures: give either another name";
        Persons => "een aantal personen", "a number of persons";
        CountOfSeries => "een count van een [[file.series]]", "a count of a [[file.series]]";
        FigureOfFiles => "een cijfer van de bestanden van dit recept", "a figure of the files of this recipe";
        OneOfBoth => "een van beide", "one of the two";
        FiveTenOrHundred => "5, 10 of 100", "5, 10 or 100";
        AtLeastOne => "ten minste een", "at least one";
        SeriesIndicator => "indicator", "indicator";
        Tables => "een recept met tabellen om op te halen: [[table]], of tables = \"tables.toml\"", "a recipe with tables to fetch: [[table]], or tables = \"tables.toml\"";
        TableOnce => "elke tabel eenmaal", "every table once";
        LevelCodes => "NL, PV, CR, GG of GM", "NL, PV, CR, GG or GM";
        SeriesColumn => "numerator, value of answer", "numerator, value or answer";
        PoolYears => "een eerste en een later laatste jaar", "a first year and a later last one";
        KnownIndicator => "een indicator van de catalogus, of een eigen [[indicator]] in het recept", "an indicator of the catalogue, or an [[indicator]] of the recipe's own";
        CatalogueIndicator => "een indicator van de catalogus", "an indicator of the catalogue";
        LowestThreshold => "5 of meer; minder alleen met --allow-small \"reden\"", "5 or more; less only with --allow-small \"reason\"";
        GroupCode => "een eigen code van letters, cijfers en streepjes", "a code of its own of letters, digits and hyphens";
        TwoMunicipalities => "ten minste twee gemeenten", "at least two municipalities";
        MunicipalityCode => "de code van een gemeente van de indeling", "the code of a municipality of the reference year";

        // Tables of places.
        CodeOnce => "elke code eenmaal", "every code once";
        CodeOfTable => "een code die zelf in de tabel staat", "a code that is in the table itself";
        CodeOfRegions => "een code uit regions.csv", "a code of regions.csv";
        ChangeKind => "absorb, merge, rename of split", "absorb, merge, rename or split";
        Date => "een datum als 2015-01-01", "a date such as 2015-01-01";
        ReferenceYear(first: i32, last: i32) => "een indeling van {first} tot en met {last}", "a reference year from {first} up to {last}";
        LivingMunicipality => "een gemeente die nog bestaat of later opging", "a municipality that still exists or merged later";
        ExistingMunicipality => "een gemeente die toen bestond", "a municipality that existed then";
        TilePlace => "een heel getal vanaf 0, en ook bij row", "a whole number from 0, and under row too";
        OtherTile(code: String) => "een andere plaats dan die van {code}", "another place than that of {code}";

        // Rows and cells.
        WholeColumnName => "de hele naam van een van de kolommen, met het nummer", "the whole name of one of the columns, with its number";
        AlsoColumn(name: String) => "ook een kolom {name}", "also a column {name}";
        AlsoColumns(names: String) => "ook de kolommen {names}", "also the columns {names}";
        AlsoDimension(name: String) => "ook een dimensie {name}", "also a dimension {name}";
        AlsoTitle(title: String) => "ook \"{title}\"", "also \"{title}\"";
        CodeOrLevel => "een code, of level = \"municipality\" in het recept", "a code, or level = \"municipality\" in the recipe";
        SavedAgain => "het bestand opnieuw opgeslagen als \"CSV UTF-8\", vanuit het oorspronkelijke", "the file saved again as \"CSV UTF-8\", from the original";
        RegionOrIgnore => "een gemeente, GGD-regio, provincie of Nederland; laat rijen zonder gemeente weg met ignore", "a municipality, GGD region, province or the Netherlands; leave out rows without a municipality with ignore";
        RegionOrSkip => "de code of naam van een gemeente, GGD-regio, provincie of Nederland; andere rijen vervallen met ignore of skip_unknown = true", "the code or name of a municipality, GGD region, province or the Netherlands; other rows are left out with ignore or skip_unknown = true";
        Level => "level = \"province\" of level = \"municipality\" in het recept: wat zulke namen hier zijn", "level = \"province\" or level = \"municipality\" in the recipe: what such names are here";
        Period => "een jaar, 2019-2023, een kwartaal of een maand", "a year, 2019-2023, a quarter or a month";
        FigureOnce => "elke regio en periode eenmaal; kies rijen met [file.where], of tel ze op met sum = true", "every region and period once; choose rows with [file.where], or add them up with sum = true";
        RowOnce => "elke regio en periode eenmaal", "every region and period once";
        AnswerWord => "ja, in voorbereiding of nee", "yes, preparation or no";
        StatusWord => "leeg, definitief, schatting, voorlopig, ontbreekt, geheim, niet van toepassing of niet opgehaald", "empty, final, estimate, provisional, missing, confidential, not-applicable or not-fetched";
        SameAs(file: String, row: u64) => "hetzelfde als in {file}, rij {row}", "the same as in {file}, row {row}";
        NumeratorBelow => "een teller die niet groter is dan de noemer", "a numerator that is not above the denominator";
        NoValueOfNobody => "geen waarde waar niemand is geteld", "no value where nobody was counted";
        WholeCounts => "hele aantallen; zet percentages bij value", "whole counts; put percentages under value";
        AtMostAll => "ten hoogste 100 procent", "at most 100 per cent";
        LimitsAround => "ondergrens, waarde, bovengrens", "lower limit, value, upper limit";
        RangeEnds => "een ondergrens en een bovengrens, zonder waarde en zonder aantallen (kind = \"range\")", "a lower and an upper limit, without a value and without counts (kind = \"range\")";
        NoAnswer => "alleen antwoorden bij een indicator over aanwezigheid", "answers only for an indicator of presence";
        TextsOfColumns => "teksten zoals die in de kolommen staan", "texts as they are in the columns";
        RowOfRegion => "ten minste een rij van een gemeente, GGD-regio, provincie of Nederland", "at least one row of a municipality, GGD region, province or the Netherlands";
        DecimalInRecipe => "decimal = \",\" of decimal = \".\" in het recept", "decimal = \",\" or decimal = \".\" in the recipe";
        FigureColumn => "een tabel met ten minste een kolom waarin alleen getallen staan", "a table with at least one column of nothing but numbers";

        // Earlier editions, and what adds up.
        Edition => "een map met cijfers die kansrijke-start prepare eerder schreef", "a folder of figures that kansrijke-start prepare wrote before";
        FolderToJoin => "een map met cijfers die deze versie van kansrijke-start prepare schreef: maak haar daarmee opnieuw", "a folder of figures that this version of kansrijke-start prepare wrote: make it again with that";
        OwnIndicator(id: String) => "hetzelfde als in de map, of een eigen onderwerp: een [[indicator]] met een eigen id, zoals id = \"{id}-eigen\"", "the same as in the folder, or a subject of your own: an [[indicator]] with an id of its own, such as id = \"{id}-eigen\"";
        AsInFolder(text: String) => "{text}, zoals in de map waar de cijfers bij komen; of laat het weg", "{text}, as in the folder that the figures are added to; or leave it out";
        PlacesOfFolder => "de gebieden van de map waar de cijfers bij komen: noem met regions de tabellen waarmee die is gemaakt", "the places of the folder that the figures are added to: name with regions the tables that it was made with";
        NotDerivable => "een aantal dat uit de andere cijfers niet af te leiden is; laat een regio, periode of onderwerp weg", "a count that cannot be worked out from the other figures; leave out a region, period or subject";
        PartsOfTotals => "delen die samen hun totaal zijn; zie rounded en residual", "parts that together are their total; see rounded and residual";
        PartsOfTotalsInSchema => "delen die samen hun totaal zijn; zie rounded en residual in het schema", "parts that together are their total; see rounded and residual in the schema";
        SumOfParts => "een totaal dat de som van zijn delen is; zet rounded = 5 bij [[file]] waar aantallen zijn afgerond, of residual = true waar in totalen mensen zonder gemeente meetellen", "a total that is the sum of its parts; put rounded = 5 under [[file]] where counts are rounded, or residual = true where totals include people without a municipality";

        // Borders.
        SmallBorders => "grenzen in hoogstens 512 MB", "borders in at most 512 MB";
        Borders => "GeoJSON of TopoJSON", "GeoJSON or TopoJSON";
        CodeProperty => "een eigenschap statcode, GM_CODE, code of naam", "a property statcode, GM_CODE, code or naam";
        ClosedPolygon => "een vlak met gesloten grenzen", "a polygon with closed borders";
        GeoJsonPolygons => "GeoJSON met vlakken", "GeoJSON with polygons";
        TopoJsonPolygons => "TopoJSON met vlakken", "TopoJSON with polygons";
        DutchCoordinates => "graden (WGS84, eerst de lengte, dan de breedte) of meters van het Rijksdriehoeksstelsel (EPSG:28992), in Nederland", "degrees (WGS84, first the longitude, then the latitude) or metres of the Dutch national grid (EPSG:28992), in the Netherlands";

        // Factsheets.
        Template => "een sjabloon van een factsheet", "a template of a factsheet";
        Sections(most: usize) => "een tot {most} stukken: [[section]]", "one to {most} sections: [[section]]";
        AtMost(most: usize) => "ten hoogste {most}", "at most {most}";
        TextUpTo(most: usize) => "een tekst van 1 tot {most} bytes", "a text of 1 to {most} bytes";
        ColourNames(names: String) => "een van: {names}", "one of: {names}";
        HexColour => "een kleur als #8f1d5c", "a colour such as #8f1d5c";
        Contrast(least: f64) => "een contrast van ten minste {least}: een donkerdere kleur", "a contrast of at least {least}: a darker colour";
        SecureAddress => "een adres dat met https:// begint, zonder spaties of aanhalingstekens", "an address that begins with https://, without blanks or quotes";
        IndicatorInTemplateOnce => "elke indicator eenmaal", "every indicator once";
        IndicatorOfFigures => "een indicator waarvan de map met cijfers een bestand heeft", "an indicator of which the folder of figures has a file";
        IndicatorOfSection => "een indicator die ook bij indicators van dit stuk staat", "an indicator that is also among the indicators of this section";
        PngOrJpeg => "een PNG of een JPEG: een SVG kan op uw site scripts uitvoeren", "a PNG or a JPEG: an SVG could run scripts on your site";
        LogoSize(most: u32) => "een plaatje van ten hoogste {most} bij {most} pixels", "a picture of at most {most} by {most} pixels";
        KilobytesUpTo(most: u64) => "ten hoogste {most} kB", "at most {most} kB";
        LogoText => "ook logo_text: wat het logo zegt aan wie het niet ziet", "also logo_text: what the logo says to who does not see it";
        Browser => "een van beide op deze computer, om een PDF te maken; zonder --pdf is de HTML af te drukken uit elke browser", "one of the two on this computer, to make a PDF; without --pdf the HTML can be printed from any browser";
        PrintedPage => "een PDF binnen een minuut", "a PDF within a minute";

        // Downloads.
        TableCode => "de code van een tabel, zoals 37201", "the code of a table, such as 37201";
        WebAddress => "CBS, RIVM of een adres dat met https:// begint", "CBS, RIVM or an address that begins with https://";
        ODataTable => "een tabel van OData versie 4 of 3", "a table of OData version 4 or 3";
        ODataLater => "een tabel van OData: probeer het later nog eens, of zie of het adres klopt", "a table of OData: try again later, or see whether the address is right";
        EndingTable => "een tabel van OData die eindigt, van deze dienst zelf", "a table of OData that ends, of this service itself";
        GoesOn(expected: Box<Expected>) => "{expected}; wat binnen is blijft een dag bewaard, dezelfde opdracht gaat daar verder", "{expected}; what has come in is kept for a day, the same command goes on from there";
    }
}
