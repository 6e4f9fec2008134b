// SPDX-License-Identifier: EUPL-1.2
//! A target, on its seeds and on what is made of them.

use crate::change::{Change, changes};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use std::cell::Cell;
use std::fs::{self, File};
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::time::{Duration, Instant};

/// What no input takes, whatever else the machine does: the longest take a tenth of a second.
const ENDLESS: Duration = Duration::from_secs(30);

/// How the names of seeds begin that are to be refused. All others are read: a seed that is refused
/// at its first byte makes noise of which nothing is read.
const REFUSED: &str = "refused-";

/// The folder of the targets.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz")
}

/// Where inputs are written down.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("noise")
}

/// The seeds of a target, in the order of their names.
pub fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let files = fs::read_dir(root().join("seeds").join(target)).unwrap();
    let mut seeds: Vec<(String, Vec<u8>)> = files
        .map(|file| {
            let file = file.unwrap();
            (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap())
        })
        .collect();
    seeds.sort();
    seeds
}

thread_local! {
    /// Whether the panic of this test was told.
    static SAID: Cell<bool> = const { Cell::new(false) };
}

/// Has each test tell of its first panic alone: while a failing input is made simpler, it fails a
/// hundred times more.
fn say_once() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !SAID.replace(true) {
                hook(info);
            }
        }));
    });
}

/// Runs a target on its seeds, and on so many inputs made from them. `NOISE=100` makes a hundred
/// times as many, and others.
pub fn shortly(target: &str, times: u32, body: fn(&[u8]) -> bool) {
    let more = std::env::var("NOISE").map_or(1, |more| more.parse().unwrap());
    fs::create_dir_all(folder()).unwrap();
    let path = folder().join(target);
    let note = File::create(&path).unwrap();
    let (named, begun) = (seeds(target), Instant::now());
    let (read, slowest) = (Cell::new(0), Cell::new(Duration::ZERO));
    let one = |input: &[u8]| {
        let mut note = &note;
        note.rewind().unwrap();
        note.set_len(0).unwrap();
        note.write_all(input).unwrap();
        let begun = Instant::now();
        read.set(read.get() + u32::from(body(input)));
        let took = begun.elapsed();
        slowest.set(slowest.get().max(took));
        assert!(took < ENDLESS, "it took {took:?}");
    };
    for (name, seed) in &named {
        println!("{target}: {name}");
        let before = read.get();
        one(seed);
        let is_refused = read.get() == before;
        assert_eq!(is_refused, name.starts_with(REFUSED), "{target}: {name} refused: {is_refused}");
    }
    assert!(read.get() > 0, "no seed of {target} is read: all noise is refused at once");

    read.set(0);
    let bytes: Vec<Vec<u8>> = named.iter().map(|(_, seed)| seed.clone()).collect();
    let input = |seed: &Index, changes: &[Change]| {
        let mut input = seed.get(&bytes).clone();
        changes.iter().for_each(|change| change.make(&mut input, &bytes));
        input
    };
    let cases = times.saturating_mul(more);
    let config =
        Config { cases, failure_persistence: None, max_shrink_iters: 500, ..Config::default() };
    let mut beginning = [0; 32];
    beginning[..4].copy_from_slice(&more.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &beginning);
    say_once();
    let result = TestRunner::new_with_rng(config, rng).run(
        &(any::<Index>(), changes()),
        |(seed, changes)| {
            one(&input(&seed, &changes));
            Ok::<(), TestCaseError>(())
        },
    );
    let (took, slowest) = (begun.elapsed(), slowest.get());
    println!(
        "{target}: {cases} inputs, of which {} were read, in {took:.1?}; the slowest took {slowest:.1?}",
        read.get()
    );
    match result {
        Ok(()) => {
            let few = cases / 50;
            assert!(read.get() > few, "only {} of {cases} inputs were read", read.get());
            fs::remove_file(path).unwrap();
        }
        Err(TestError::Fail(reason, (seed, changes))) => {
            let (name, _) = seed.get(&named);
            fs::write(&path, input(&seed, &changes)).unwrap();
            SAID.set(false);
            panic!(
                "{target}: {reason}\nThe input is {}: once mended, a seed. \
                It was made from {name} by {changes:?}",
                path.display()
            );
        }
        Err(TestError::Abort(reason)) => panic!("{target}: {reason}"),
    }
}
