// SPDX-License-Identifier: EUPL-1.2
//! What the program says by itself, in Dutch and English. What is wrong with files, `prepare` says;
//! what is wrong with a request, `text`.

use crate::prepare::message::{Counted, messages};

messages! {
    /// A line of the program.
    Line {
        Page(number: usize) => "pagina {number}", "page {number}";
        TablePage(table: String, number: usize) => "{table}: pagina {number}", "{table}: page {number}";
        ListedTable(table: String, title: String, indicators: String) => "{table} {title} ({indicators})", "{table} {title} ({indicators})";
        Fetched(pages: usize, folder: String, version: u16) => "{pages} pagina's in {folder} (OData versie {version})", "{pages} pages in {folder} (OData version {version})";
        Guess(file: String) => "Een recept: kansrijke-start prepare --guess {file}", "A recipe: kansrijke-start prepare --guess {file}";
        NothingWritten(problems: Counted) => "Niets geschreven: {problems}.", "Nothing written: {problems}.";
        Kept(folder: String) => "bewaard als uitgave: {folder}", "kept as an edition: {folder}";
        Written(files: usize, folder: String) => "{files} bestanden in {folder}", "{files} files in {folder}";
        NoSitemap => "Zonder --base (het adres waar de map komt te staan) is er geen sitemap.xml.", "Without --base (the address at which the folder is to stand) there is no sitemap.xml.";

        // The list of a set.
        SetCounts(all: usize, here: usize, elsewhere: usize, nowhere: usize) => "Onderwerpen: {all}. Hier te zien: {here}. Bij een ander te vinden: {elsewhere}. Voor zover bekend nergens gepubliceerd: {nowhere}.", "Subjects: {all}. Shown here: {here}. Published by others: {elsewhere}. As far as is known published nowhere: {nowhere}.";
        SetOtherRegions => "alleen van andere gebieden.", "of other areas only.";
        SetHere => "Hier te zien", "Shown here";
        SetElsewhere => "Bij een ander te vinden", "Published by others";
        SetNowhere => "Voor zover bekend nergens gepubliceerd", "As far as is known published nowhere";

        // What is wrong with what was typed.
        UnknownOption(option: String) => "onbekende optie {option}", "unknown option {option}";
        UnknownCommand(command: String) => "onbekende opdracht {command}", "unknown command {command}";
        Missing(options: String) => "er ontbreekt: {options}", "missing: {options}";
        WrongValue(option: String, value: String) => "bij {option} past \"{value}\" niet", "\"{value}\" does not fit {option}";
        WrongValueOf(option: String, value: String, those: String) => "bij {option} past \"{value}\" niet; wel: {those}", "\"{value}\" does not fit {option}; these do: {those}";
        NoValue(option: String) => "bij {option} hoort een waarde", "{option} needs a value";
        Conflict(one: String, other: String) => "{one} gaat niet samen met {other}", "{one} cannot be used with {other}";
        Twice(option: String) => "{option} staat er meer dan eens", "{option} is given more than once";
        MoreHelp(usage: String) => "Zo wel: {usage}\n\nMeer uitleg: --help", "Usage: {usage}\n\nMore: --help";
    }
}
