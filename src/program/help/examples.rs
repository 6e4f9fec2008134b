// SPDX-License-Identifier: EUPL-1.2
//! What somebody may type, below the help of each command.

/// The commands that are shown for a command; each line is typed as it stands.
pub(super) fn of(command: &str) -> &'static [&'static str] {
    match command {
        "draw" => &[
            "kansrijke-start draw --indicator tienermoeders --region Utrecht --view trend --format svg > utrecht.svg",
            "kansrijke-start draw --indicator tienermoeders --region Rotterdam --view compare --format csv > rotterdam.csv",
            "kansrijke-start draw --region Utrecht --view story --format html > utrecht.html",
            "kansrijke-start draw --indicator tienermoeders --region Utrecht --view trend --format xlsx > utrecht.xlsx",
            "kansrijke-start draw --indicator tienermoeders --regions gebieden.txt --view trend --format jsonl > tienermoeders.jsonl",
            "kansrijke-start draw --all --view trend --format html,svg --out charts",
            "kansrijke-start draw --factsheet Utrecht > utrecht.html",
            "kansrijke-start draw --factsheet --all --base https://www.example.nl/factsheets/ --out factsheets",
        ],
        "prepare" => &[
            "kansrijke-start prepare --guess mothers.csv > recipe.toml",
            "kansrijke-start prepare recipe.toml --check",
            "kansrijke-start prepare recipe.toml --add kansrijke-start/data --out kansrijke-start/data",
        ],
        "fetch" => &["kansrijke-start fetch --list", "kansrijke-start fetch 37201"],
        "sets" => &["kansrijke-start sets --set national-2024 --src kansrijke-start/data"],
        "update" => &[
            "kansrijke-start update --out data",
            "kansrijke-start update recipe.toml --out data --quiet",
        ],
        _ => &[],
    }
}
