// SPDX-License-Identifier: EUPL-1.2
//! `cargo bench --bench prepare`: rows of a generated tidy table, read, grouped and summed, with
//! the time and memory; beside DuckDB doing the same, where Python has it (`pip install duckdb`).
//! What `prepare` does afterwards and DuckDB does not, disclosure control and its audit, takes the
//! same time for any number of rows: that of the first line.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const RECIPE: &str = r#"
[[file]]
path = "rows.csv"
region = "region"
period = "period"
sum = true
groups = "sum"
[[file.series]]
indicator = "tienermoeders"
numerator = "teens"
denominator = "births"
"#;

/// The query that says the same.
const QUERY: &str = "import duckdb,sys,time
start = time.perf_counter()
rows = duckdb.sql(f\"select region, period, sum(teens), sum(births) from read_csv('{sys.argv[1]}') group by all\").fetchall()
print(len(rows), time.perf_counter() - start)";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    // The same program again, so that the memory is of one run alone.
    if arguments.next().as_deref() == Some("--once") {
        return once(Path::new(&arguments.next().unwrap_or_default()));
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("speed");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("recipe.toml"), RECIPE)?;
    println!("{:>10} {:>9} {:>9} {:>9} {:>7}", "rijen", "prepare", "geheugen", "DuckDB", "ratio");
    for rows in [2_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000] {
        let file = generate(&folder, rows)?;
        let mut ours = Vec::new();
        let mut theirs = Vec::new();
        let mut memory = 0.0_f64;
        for _ in 0..5 {
            let told = output(Command::new(std::env::current_exe()?).arg("--once").arg(&folder))?;
            let mut numbers = told.split_whitespace().map(str::parse::<f64>);
            ours.push(numbers.next().ok_or("no time")??);
            memory = memory.max(numbers.next().ok_or("no memory")??);
            if let Ok(told) = output(Command::new("python3").args(["-c", QUERY]).arg(&file)) {
                let seconds = told.split_whitespace().nth(1).ok_or("no time")?;
                theirs.push(seconds.parse::<f64>()?);
            }
        }
        let (ours, theirs) = (median(ours), median(theirs));
        let theirs = theirs.zip(ours).map(|(t, o)| format!("{t:>7.2} s {:>7.2}", o / t));
        let theirs = theirs.unwrap_or_else(|| "  (not installed)".into());
        println!("{rows:>10} {:>7.2} s {memory:>6.0} MB {theirs}", ours.unwrap_or_default());
    }
    Ok(())
}

/// Prepares the folder and prints the seconds and the most memory that it took.
fn once(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    let figures = kansrijke_start::prepare::run::prepare(
        &folder.join("recipe.toml"),
        &kansrijke_start::prepare::read::input::Progress::default(),
    )
    .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let seconds = start.elapsed().as_secs_f64();
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).ok_or("no peak")?;
    let kilobytes: f64 = peak.trim().trim_end_matches(" kB").parse()?;
    println!("{seconds} {} {}", kilobytes / 1000.0, figures.summary.rows);
    Ok(())
}

/// Rows as a registration has them: a municipality, a year, an area in it, two counts.
fn generate(folder: &Path, rows: u64) -> std::io::Result<PathBuf> {
    let regions = include_str!("../../www/figures/regions.csv");
    let codes: Vec<&str> = regions
        .lines()
        .filter(|l| l.starts_with("GM"))
        .filter_map(|l| l.split(',').next())
        .collect();
    let path = folder.join("rows.csv");
    let mut file = BufWriter::new(File::create(&path)?);
    writeln!(file, "region,period,area,births,teens")?;
    let mut random = 20_261_122_u64;
    for row in 0..rows {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let births = random >> 58;
        let (code, year) = (codes.get((row % codes.len() as u64) as usize), 2023 + row % 3);
        let Some(code) = code else { continue };
        writeln!(file, "{code},{year},pc{:04},{births},{}", row % 9999, births / 20)?;
    }
    file.flush()?;
    Ok(path)
}

fn output(command: &mut Command) -> Result<String, Box<dyn std::error::Error>> {
    let output = command.output()?;
    if output.status.success() {
        Ok(String::from_utf8(output.stdout)?)
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned().into())
    }
}

fn median(mut times: Vec<f64>) -> Option<f64> {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied()
}
