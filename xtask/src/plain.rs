// SPDX-License-Identifier: EUPL-1.2
//! The core of the tools as plain JavaScript, for browsers, devices and policies that have WebAssembly
//! switched off. It is the same compiled code, translated.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::optimiser::{self, FEATURES};

/// What the translation is called before it is bundled with its glue, and that glue.
pub const CODE: &str = "plain-code.js";
/// See [`CODE`].
pub const GLUE: &str = "plain-glue.js";

/// What the compiler uses and the translator does not know is said in older instructions.
const LOWERED: [&str; 3] = [
    "--signext-lowering",
    "--llvm-memory-copy-fill-lowering",
    "--llvm-nontrapping-fptoint-lowering",
];

/// Translates a compiled core; its code and its glue are put into the folder.
pub fn translate(wasm: &Path, out: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let folder = folder.path();
    // JavaScript has no tables of references, so the glue keeps its objects in a list.
    let plain = featureless(&fs::read(wasm)?)?;
    Bindgen::new()
        .input_bytes("plain", plain)
        .web(true)?
        .out_name("plain")
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)?;
    let lowered = folder.join("lowered.wasm");
    let arguments = [&FEATURES[..], &LOWERED, &["-Oz"]].concat();
    fs::write(&lowered, optimiser::run("wasm-opt", &arguments, &folder.join("plain_bg.wasm"))?)?;
    let script = optimiser::run("wasm2js", &[&FEATURES[..], &["-Oz"]].concat(), &lowered)?;
    fs::write(out.join(CODE), runnable(&String::from_utf8(script)?)?)?;
    fs::write(out.join(GLUE), listing(&fs::read_to_string(folder.join("plain.js"))?)?)?;
    Ok(())
}

/// What the compiled code asks for, as it was made for tables: where in them the objects begin that come
/// and go.
const TABLES: &str = "__wbindgen_externref_xform__";

/// How the glue begins its list of objects, and where in that those begin.
const LIST: [&str; 2] = ["new Array(1024)", "heap.push(undefined, null, true, false);"];
const BEGIN: u32 = 1024 + 4;

/// The glue without the module that it does not know.
fn listing(glue: &str) -> Result<String> {
    for part in LIST {
        ensure!(glue.contains(part), "the glue keeps no list that begins with {part}");
    }
    let glue = replaced(glue, &format!("import * as import1 from \"{TABLES}\"\n"), "")?;
    replaced(&glue, &format!("\"{TABLES}\": import1,"), "")
}

/// The same module without what it says of the features that the compiler used.
fn featureless(wasm: &[u8]) -> Result<Vec<u8>> {
    const NAME: &[u8] = b"target_features";
    let (head, mut rest) = wasm.split_at_checked(8).context("no WebAssembly")?;
    let mut out = head.to_vec();
    let mut found = 0;
    while let Some((&id, after)) = rest.split_first() {
        let (length, after) = number(after).context("a section without its length")?;
        let (section, after) =
            after.split_at_checked(length).context("a section that breaks off")?;
        let named = number(section).and_then(|(length, inside)| inside.get(..length));
        if id == 0 && named == Some(NAME) {
            found += 1;
            // None of them: it is still said.
            let length = u8::try_from(NAME.len() + 2)?;
            out.extend([0, length, length - 2]);
            out.extend(NAME);
            out.push(0);
        } else {
            out.push(id);
            out.extend(rest.get(1..rest.len() - section.len() - after.len()).unwrap_or_default());
            out.extend(section);
        }
        rest = after;
    }
    ensure!(found == 1, "the compiler says {found} times which features it used");
    Ok(out)
}

/// An unsigned number in LEB128, and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let end = bytes.iter().position(|byte| byte & 0x80 == 0)?;
    let (digits, rest) = bytes.split_at_checked(end + 1)?;
    let value = digits.iter().rev().try_fold(0_usize, |value, digit| {
        value.checked_mul(128).map(|value| value | usize::from(digit & 0x7f))
    })?;
    Some((value, rest))
}

/// Where the translation begins to run by itself.
const RUNS: &str = "\nvar retasmFunc = asmFunc(";

/// A translation that runs when it is called, with what it imports.
fn runnable(script: &str) -> Result<String> {
    let (code, runs) = script.split_once(RUNS).context("the translation does not run")?;
    let name = runs.split('"').nth(1).context("the translation imports nothing")?;
    let lines = code.lines().filter(|line| !line.starts_with("import "));
    let code: String = lines.flat_map(|line| [line, "\n"]).collect();
    // The glue looks anew at a memory that grew when the former one is gone.
    let code = replaced(
        &code,
        GROWN,
        &format!("{GROWN}\n   structuredClone(buffer, {{ transfer: [buffer] }});"),
    )?;
    // What stops is told from what is refused.
    let code = replaced(&code, "throw new Error('abort')", "throw new RangeError('abort')")?;
    Ok(format!(
        "{code}\
        export const run = (imports) => asmFunc({{\n  '{name}': imports,\n  \
        {TABLES}: {{ __wbindgen_externref_statics_end: () => {BEGIN} }},\n}});\n"
    ))
}

/// What the translation does when its memory grows.
const GROWN: &str = "newHEAP8.set(HEAP8);";

fn replaced(text: &str, from: &str, to: &str) -> Result<String> {
    ensure!(text.matches(from).count() == 1, "the translation holds no single {from}");
    Ok(text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_module_only_what_it_says_of_features_is_lost() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        let (before, after) = (b"\x01\x04\x01\x60\0\0", b"\0\x81\0\0");
        wasm.extend(before);
        wasm.extend(b"\0\x1a\x0ftarget_features\x01+\x07feature");
        wasm.extend(after);
        let plain = featureless(&wasm).expect("a module");
        let mut expected = b"\0asm\x01\0\0\0".to_vec();
        expected.extend(before);
        expected.extend(b"\0\x11\x0ftarget_features\0");
        expected.extend(after);
        assert_eq!(plain, expected);
        assert!(featureless(&plain[..8]).is_err(), "it says nothing of features");
        assert!(featureless(&wasm[..20]).is_err(), "it breaks off");
    }

    #[test]
    fn a_translation_runs_when_it_is_called() {
        let script = "import * as wbg from 'wbg';\nfunction trap() { throw new Error('abort'); }\n\
                      function asmFunc(imports) {\n   newHEAP8.set(HEAP8);\n}\n\
                      var retasmFunc = asmFunc({\n  \"wbg\": wbg,\n});\nexport var memory = 1;\n";
        assert_eq!(
            runnable(script).expect("a script"),
            "function trap() { throw new RangeError('abort'); }\n\
             function asmFunc(imports) {\n   newHEAP8.set(HEAP8);\n   \
             structuredClone(buffer, { transfer: [buffer] });\n}\n\
             export const run = (imports) => asmFunc({\n  'wbg': imports,\n  \
             __wbindgen_externref_xform__: { __wbindgen_externref_statics_end: () => 1028 },\n});\n"
        );
        assert!(runnable("function asmFunc() {}").is_err());
    }
}
