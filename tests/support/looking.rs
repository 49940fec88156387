//! Looking at a screen: pictures of it, its theme, and what would keep somebody out.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};

use crate::{desk::checkout, window::Window};

impl Window {
    /// Keeps a picture of the screen as `target/pictures/NAME.png`, and says where.
    pub async fn shot(&self, name: &str) -> PathBuf {
        let folder = checkout().join("target/pictures");
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("{name}.png"));
        match self.page.screenshot().await {
            Ok(picture) => fs::write(&path, picture).unwrap(),
            Err(e) => eprintln!("no picture {name}: {e}"),
        }
        path
    }

    /// Shows the light or the dark theme, as the theme key of the screens does.
    pub async fn theme(&self, theme: &str) {
        let script = "document.documentElement.dataset.theme = arguments[0]";
        self.page.execute(script, vec![json!(theme)]).await.unwrap();
    }

    /// What axe-core finds wrong on this screen, one line each: rule, how bad, where.
    pub async fn barriers(&self) -> Vec<String> {
        let path = checkout().join("ui/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&path)
            .unwrap_or_else(|e| panic!("{}: {e}. Run npm ci in ui first", path.display()));
        self.page.execute(&axe, vec![]).await.unwrap();
        let script = "const done = arguments[0];\
            axe.run(document, { resultTypes: ['violations'] }).then(\
            (found) => done(found.violations.flatMap((v) => v.nodes.map((n) =>\
            `${v.id} (${v.impact}): ${n.target.join(' ')}: ${n.failureSummary}`))),\
            (error) => done([String(error)]));";
        match self.page.execute_async(script, vec![]).await.unwrap() {
            Value::Array(lines) => lines.iter().map(|l| l.as_str().unwrap().to_owned()).collect(),
            other => panic!("axe-core answered {other}"),
        }
    }
}
