// SPDX-License-Identifier: EUPL-1.2
//! Apache, with the modules that Debian and most hosts load, and the `.htaccess` of a release, which
//! stands in the site already.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::serving::{Serving, free_port};

const MODULES: [&str; 9] =
    ["mpm_event", "authz_core", "unixd", "mime", "filter", "deflate", "headers", "rewrite", "dir"];

/// Starts it in the foreground.
pub fn start(folder: &Path, site: &Path, _: &Path) -> Result<Serving> {
    let port = free_port()?;
    let (here, site) = (folder.display(), site.display());
    let mut config = format!(
        "ServerRoot {here}\nPidFile {here}/pid\nErrorLog {here}/error.log\n\
         Listen 127.0.0.1:{port}\nServerName localhost\nTypesConfig /etc/mime.types\n\
         DocumentRoot {site}\n<Directory {site}>\nAllowOverride All\nRequire all granted\n\
         </Directory>\n<IfModule unixd_module>\nUser www-data\nGroup www-data\n</IfModule>\n"
    );
    for module in MODULES.iter().rev() {
        // Some are built into the program.
        let file = format!("/usr/lib/apache2/modules/mod_{module}.so");
        if Path::new(&file).is_file() {
            let mut line = String::new();
            writeln!(line, "LoadModule {module}_module {file}")?;
            config.insert_str(0, &line);
        }
    }
    let file = folder.join("apache.conf");
    fs::write(&file, config)?;
    readable(folder.parent().unwrap_or(folder))?;
    let mut apache = Command::new("apache2");
    let log = folder.join("error.log");
    Serving::start(apache.arg("-DFOREGROUND").arg("-f").arg(&file), port, &log)
}

/// Its workers are somebody else, who may read the site.
fn readable(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;

    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
    Ok(())
}
