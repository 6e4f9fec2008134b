// SPDX-License-Identifier: EUPL-1.2
//! The project's own commands, as a library, so that tests can start the same server and browser.

pub mod project;

pub mod command;
pub mod step;

pub mod packages;
pub mod versions;

pub mod bundle;
pub mod folder;
pub mod integrity;
pub mod lists;
pub mod cores;
pub mod size;
pub mod optimiser;
pub mod plain;
pub mod wasm;

pub mod browser;
pub mod route;
pub mod server;
pub mod site;

pub mod sources;
pub mod tally;
pub mod runner;
pub mod engines;
pub mod municipal;
pub mod integrations;

pub mod bench;
pub mod borders;
pub mod build;
pub mod demo;
pub mod hosts;
pub mod release;
pub mod supply;
pub mod check;
pub mod shots;
pub mod test;
