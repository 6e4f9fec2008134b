// SPDX-License-Identifier: EUPL-1.2
//! What a proposed recipe says to whoever has to finish it.

use crate::prepare::message::messages;

messages! {
    /// A remark, or something that is left to do.
    Hint {
        Title(file: String, form: String, rows: usize) => "Voorstel voor {file}, herkend als {form} ({rows} rijen bekeken).", "Proposal for {file}, recognised as {form} ({rows} rows looked at).";
        TitleOfWorkbook(file: String) => "Voorstel voor {file}, een werkboek.", "Proposal for {file}, a workbook.";
        Swing => "Dit werkboek is gemaakt voor Swing en zegt zelf wat erin staat. Het kan ook zonder recept: kansrijke-start prepare BESTAND", "This workbook is made for Swing and says itself what is in it. It needs no recipe: kansrijke-start prepare FILE";
        YearOfSheet => "uit de naam van het blad", "from the name of the sheet";
        DivisionOfColumn => "uit de naam van de kolom: de gemeenten van dat jaar", "from the name of the column: the municipalities of that year";
        Pooled => "over welke jaren is geteld? de monitor van 2025 nam deze samen", "over which years was counted? the monitor of 2025 took these together";
        Numerator => "wie telt in de teller; TRUE en FALSE samen zijn de noemer", "who counts in the numerator; TRUE and FALSE together are the denominator";
        IndicatorOfFileName => "uit de naam van het bestand: klopt dat?", "from the name of the file: is that right?";
        OtherSheets(names: String) => "Bladen die hier niet in staan: {names}", "Sheets that are not in here: {names}";
        Check => "Kijk elke regel na: alleen u weet wat de cijfers betekenen.", "Check every line: only you know what the figures mean.";
        ToDo => "Nog te doen:", "Left to do:";
        OnLine(line: usize, task: String) => "- regel {line}: {task}", "- line {line}: {task}";
        Proposal => "het voorstel", "the proposal";
        NoRegionColumn => "geen kolom met regio's gevonden", "no column of regions found";
        YearOfFileName => "uit de naam van het bestand", "from the name of the file";
        NoPeriodColumn => "geen kolom met perioden gevonden: vul het jaar in", "no column of periods found: fill in the year";
        Provinces => "namen als Utrecht zijn hier provincies", "names such as Utrecht are provinces here";
        ProvincesOrMunicipalities => "zijn namen als Utrecht hier gemeenten of provincies?", "are names such as Utrecht municipalities or provinces here?";
        UnknownRegions => "geen bekende regio's", "no known regions";
        ManyUnknownRegions(regions: usize) => "{regions} onbekende regio's", "{regions} unknown regions";
        BothSigns => "er staan getallen met een komma en getallen met een punt in: welk teken is het?", "there are numbers with a comma and numbers with a point: which sign is it?";
        Thousands => "getallen als 1.234 zijn gelezen als duizendtallen: klopt dat?", "numbers such as 1.234 are read as thousands: is that right?";
        MakersSecret => "bij deze maker kan het geheim zijn; is het zeker ontbrekend, dan missing", "of this maker it may be confidential; if it is certainly missing, then missing";
        SecretOrMissing => "geheim of ontbrekend? bij twijfel geheim; anders missing", "confidential or missing? if in doubt confidential; otherwise missing";
        TheseRows => "Alleen deze rijen, zodat elke regio en periode eenmaal voorkomt:", "Only these rows, so that every region and period occurs once:";
        Neighbourhood => "een wijk kan heten als een andere gemeente", "a neighbourhood may be called as another municipality is";
        Among(texts: String) => "uit: {texts}", "of: {texts}";
        NameOfColumn => "uit de naam van de kolom: klopt dat?", "from the name of the column: is that right?";
        ChooseId => "kies een id van de catalogus, of maak een eigen [[indicator]]", "choose an id of the catalogue, or make an [[indicator]] of your own";
        OtherColumns(names: String) => "Kolommen met cijfers waarvan de naam geen indicator noemt, of die volgen uit andere: {names}", "Columns of figures whose name mentions no indicator, or that follow from others: {names}";
        WholeNumbers => "hele getallen: zijn het percentages, of aantallen (dan numerator, met denominator)?", "whole numbers: are they percentages, or counts (then numerator, with denominator)?";
        Fractions => "breuken", "fractions";
    }
}
