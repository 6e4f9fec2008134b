// SPDX-License-Identifier: EUPL-1.2
//! The bill of materials: which packages of others are in what is released, as CycloneDX has it.

use std::collections::BTreeSet;

use anyhow::{Result, anyhow, ensure};
use cyclonedx_bom::external_models::date_time::DateTime;
use cyclonedx_bom::external_models::spdx::SpdxExpression;
use cyclonedx_bom::external_models::uri::Purl;
use cyclonedx_bom::models::bom::{Bom, SpecVersion};
use cyclonedx_bom::models::component::{Classification, Component, Components};
use cyclonedx_bom::models::dependency::{Dependencies, Dependency};
use cyclonedx_bom::models::hash::{Hash, HashAlgorithm, HashValue, Hashes};
use cyclonedx_bom::models::license::{LicenseChoice, Licenses};
use cyclonedx_bom::models::metadata::Metadata;
use cyclonedx_bom::validation::Validate;

use super::moment::Moment;
use super::parts::{Part, Parts};
use crate::project;

/// The bill of what these parts went into: a library for browsers, or a program.
pub fn of(parts: &Parts, is_program: bool, at: &Moment) -> Result<Vec<u8>> {
    let kind = if is_program { Classification::Application } else { Classification::Library };
    let mut whole = Component::new(kind, NAME, project::VERSION, Some(parts.whole.clone()));
    whole.licenses = Some(licence("EUPL-1.2")?);
    let components = parts.all.iter().map(component).collect::<Result<_>>()?;
    let known: BTreeSet<&str> = parts.all.iter().map(|part| part.id.as_str()).collect();
    let edge = |(one, others): (&String, &BTreeSet<String>)| {
        let odd = others.iter().find(|other| !known.contains(other.as_str()));
        ensure!(odd.is_none(), "{one} needs {odd:?}, which is not listed");
        let dependencies = others.iter().cloned().collect();
        Ok(Dependency { dependency_ref: one.clone(), dependencies })
    };
    let time = DateTime::try_from(at.text().to_owned()).map_err(|error| anyhow!("{error}"))?;
    let bom = Bom {
        version: 1,
        // A random number would make each run another file.
        serial_number: None,
        metadata: Some(Metadata {
            timestamp: Some(time),
            component: Some(whole),
            ..Metadata::default()
        }),
        components: Some(Components(components)),
        services: None,
        external_references: None,
        dependencies: Some(Dependencies(parts.needs.iter().map(edge).collect::<Result<_>>()?)),
        compositions: None,
        properties: None,
        vulnerabilities: None,
        signature: None,
        annotations: None,
        formulation: None,
        spec_version: SpecVersion::V1_5,
    };
    let checked = bom.validate_version(SpecVersion::V1_5);
    ensure!(checked.passed(), "the bill of materials is none: {checked:?}");
    let mut bytes = Vec::new();
    bom.output_as_json_v1_5(&mut bytes).map_err(|error| anyhow!("{error}"))?;
    bytes.push(b'\n');
    Ok(bytes)
}

const NAME: &str = "kansrijke-start";

fn component(part: &Part) -> Result<Component> {
    let id = Some(part.id.clone());
    let mut component = Component::new(Classification::Library, &part.name, &part.version, id);
    component.licenses = Some(licence(&part.licence)?);
    if let Some(registry) = part.registry {
        let purl = Purl::new(registry, &part.name, &part.version);
        component.purl = Some(purl.map_err(|error| anyhow!("{}: {error}", part.name))?);
    }
    component.hashes = part.hash.as_ref().map(|(algorithm, hash)| {
        let alg = HashAlgorithm::new_unchecked(algorithm);
        Hashes(vec![Hash { alg, content: HashValue(hash.clone()) }])
    });
    Ok(component)
}

/// A licence as SPDX writes it; packages of before write `MIT/Apache-2.0`.
fn licence(said: &str) -> Result<Licenses> {
    let expression = SpdxExpression::parse_lax(said.to_owned())
        .map_err(|error| anyhow!("{said} is no licence: {error}"))?;
    Ok(Licenses(vec![LicenseChoice::Expression(expression)]))
}
