// SPDX-License-Identifier: EUPL-1.2
//! nginx, with its own list of media types and the rules that a release has for it.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::serving::{Serving, free_port};

/// Starts it as one process, with nothing but what stands in the folder.
pub fn start(folder: &Path, site: &Path, rules: &Path) -> Result<Serving> {
    let port = free_port()?;
    let (here, site) = (folder.display(), site.display());
    let config = format!(
        "daemon off;\nmaster_process off;\npid {here}/pid;\nerror_log {here}/error.log;\nevents {{}}\nhttp {{\n\
         include /etc/nginx/mime.types;\ndefault_type application/octet-stream;\n\
         access_log off;\nclient_body_temp_path {here}/body;\n\
         proxy_temp_path {here}/proxy;\nfastcgi_temp_path {here}/fastcgi;\n\
         uwsgi_temp_path {here}/uwsgi;\nscgi_temp_path {here}/scgi;\n\
         server {{\nlisten 127.0.0.1:{port};\nroot {site};\ninclude {}/nginx.conf;\n}}\n}}\n",
        rules.display()
    );
    let file = folder.join("nginx.conf");
    fs::write(&file, config)?;
    let mut nginx = Command::new("nginx");
    let log = folder.join("error.log");
    nginx.arg("-p").arg(folder).arg("-c").arg(&file).arg("-e").arg(&log);
    Serving::start(&mut nginx, port, &log)
}
