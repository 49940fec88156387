//! A window of the real program, with the acts of a person in front of it.

use std::{path::Path, time::Duration};

use fantoccini::{
    Client, ClientBuilder, Locator,
    actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    elements::Element,
    key::Key,
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::desk::{Desk, app};

/// How long a person would wait before giving up. Generous: a busy machine paints slowly.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);
const GLANCE: Duration = Duration::from_millis(20);

/// The running program. Dropping it ends it, its driver and its display.
pub struct Window {
    /// For what the acts below do not say.
    pub page: Client,
    pub desk: Desk,
}

impl Window {
    /// Opens the program at 1440 by 900 on the studies in `home`, and waits for its first screen.
    pub async fn open(home: &Path) -> Self {
        Self::open_with(home, &[]).await
    }

    /// Opens the program with arguments, such as a study's path.
    pub async fn open_with(home: &Path, arguments: &[&str]) -> Self {
        let desk = Desk::new(home, 1440, 900);
        let page = connect(&desk, &app(), arguments).await;
        let window = Self { page, desk };
        window.see("h1").await;
        window
    }

    /// The first element that fits `css`, as soon as it is there.
    pub async fn see(&self, css: &str) -> Element {
        let found = self.page.wait().at_most(PATIENCE).every(GLANCE);
        match found.for_element(Locator::Css(css)).await {
            Ok(element) => element,
            Err(e) => self.fail(&format!("never saw {css}: {e}")).await,
        }
    }

    /// Waits until some text is on the screen.
    pub async fn see_text(&self, words: &str) {
        self.until(
            &format!("the words {words:?}"),
            "return document.body.innerText.includes(arguments[0])",
            vec![json!(words)],
        )
        .await;
    }

    /// Waits until nothing fits `css`.
    pub async fn gone(&self, css: &str) {
        self.until(
            &format!("{css} to go"),
            "return !document.querySelector(arguments[0])",
            vec![json!(css)],
        )
        .await;
    }

    /// Whether anything fits `css` now.
    pub async fn has(&self, css: &str) -> bool {
        !self.page.find_all(Locator::Css(css)).await.unwrap().is_empty()
    }

    /// Waits until a script gives `true`.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) {
        let end = std::time::Instant::now() + PATIENCE;
        loop {
            if self.page.execute(script, arguments.clone()).await.is_ok_and(|v| v == json!(true)) {
                return;
            }
            if std::time::Instant::now() > end {
                self.fail(&format!("waited in vain for {what}")).await;
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Presses what fits `css`.
    pub async fn click(&self, css: &str) {
        let element = self.see(css).await;
        self.at_rest(&element).await;
        if let Err(e) = element.click().await {
            self.fail(&format!("could not press {css}: {e}")).await;
        }
    }

    /// Waits until an element stays where it is, as a hand does before it presses: a font that
    /// arrives moves what stands below it. One that never rests is pressed all the same.
    async fn at_rest(&self, element: &Element) {
        let script = "const [element, done] = arguments; let before = ''; let looks = 0;\
            const look = () => {\
              const { x, y } = element.getBoundingClientRect(); const now = `${x} ${y}`;\
              const rests = now === before && document.fonts.status === 'loaded';\
              if (rests || ++looks > 50) return done(null);\
              before = now; setTimeout(look, 20);\
            };\
            look();";
        let _ = self.page.execute_async(script, vec![json!(element)]).await;
    }

    /// Presses the button, link or tab that carries these words.
    pub async fn press(&self, words: &str) {
        let path = format!(
            "//*[self::button or self::a or self::summary or @role='tab' or @role='button']\
             [normalize-space()={0} or @aria-label={0} or .//*[normalize-space()={0}]]",
            quoted(words)
        );
        let found = self.page.wait().at_most(PATIENCE).every(GLANCE);
        match found.for_element(Locator::XPath(&path)).await {
            Ok(button) => {
                self.at_rest(&button).await;
                if let Err(e) = button.click().await {
                    self.fail(&format!("could not press {words:?}: {e}")).await;
                }
            }
            Err(e) => self.fail(&format!("no button says {words:?}: {e}")).await,
        }
    }

    /// Types into what has the focus. `\u{e007}` and the like are keys: see [`Key`].
    pub async fn keys(&self, keys: &str) {
        self.page.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    /// Types with the control key held, such as `chord("z")` to undo.
    pub async fn chord(&self, key: &str) {
        self.keys(&format!("{}{key}{}", char::from(Key::Control), char::from(Key::Null))).await;
    }

    /// Puts text into a field, in place of what was there.
    pub async fn fill(&self, css: &str, text: &str) {
        let field = self.see(css).await;
        // As a hand does it. A field that the driver empties says nothing of it: what stood there
        // comes back where the page writes it anew meanwhile.
        field.send_keys(&format!("{}a", char::from(Key::Control))).await.unwrap();
        let nothing = char::from(Key::Delete).to_string();
        field.send_keys(if text.is_empty() { &nothing } else { text }).await.unwrap();
    }

    /// The text of what fits `css`, as it is shown.
    pub async fn text(&self, css: &str) -> String {
        self.see(css).await.text().await.unwrap()
    }

    /// Drags one thing onto another with the mouse, in a few steps as a hand would.
    pub async fn drag(&self, from: &str, to: &str) {
        let (from, to) = (self.see(from).await, self.see(to).await);
        self.at_rest(&from).await;
        self.at_rest(&to).await;
        let (x, y) = middle(&from).await;
        let (to_x, to_y) = middle(&to).await;
        let step = |part: f64| PointerAction::MoveTo {
            duration: Some(Duration::from_millis(60)),
            x: x + (to_x - x) * part,
            y: y + (to_y - y) * part,
        };
        let hand = MouseActions::new("hand".into())
            .then(step(0.0))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(step(0.1))
            .then(step(0.6))
            .then(step(1.0))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.page.perform_actions(hand).await.unwrap();
        self.page.release_actions().await.unwrap();
    }

    /// Asks the workshop as a screen does: the answer, or the problem as an error.
    pub async fn call(&self, call: &str, with: Value) -> Result<Value, Value> {
        let script = "const [call, withWhat, done] = arguments;\
            window.__TAURI_INTERNALS__.invoke('call', { request: { call, with: withWhat } })\
            .then((value) => done({ value }), (problem) => done({ problem }));";
        let answer = self.page.execute_async(script, vec![json!(call), with]).await.unwrap();
        match answer.get("problem") {
            Some(problem) => Err(problem.clone()),
            None => Ok(answer["value"].clone()),
        }
    }

    /// Turns to another window of the program by the end of its address, such as `wall.html`.
    pub async fn turn_to(&self, page: &str) {
        let end = std::time::Instant::now() + PATIENCE;
        while std::time::Instant::now() < end {
            for handle in self.page.windows().await.unwrap() {
                // One that is being closed is listed for a moment longer.
                if self.page.switch_to_window(handle).await.is_err() {
                    continue;
                }
                let Ok(address) = self.page.current_url().await else { continue };
                // The first window's address is the bare "/".
                let shown = address.path().trim_start_matches('/');
                if shown == page || (shown.is_empty() && page == "index.html") {
                    return;
                }
            }
            tokio::time::sleep(GLANCE).await;
        }
        self.fail(&format!("no window shows {page}")).await;
    }

    /// Panics with the reason and leaves a picture of what was on the screen.
    async fn fail(&self, why: &str) -> ! {
        let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let picture = self.shot(&format!("failed-{test}")).await;
        panic!("{why}\nThe screen at that moment: {}", picture.display());
    }
}

/// Starts `binary` under the desk's driver.
pub(crate) async fn connect(desk: &Desk, binary: &Path, arguments: &[&str]) -> Client {
    let wanted = json!({
        "webkitgtk:browserOptions": { "binary": binary, "args": arguments },
        "timeouts": { "script": 60_000 },
    });
    ClientBuilder::new(HttpConnector::new())
        .capabilities(wanted.as_object().unwrap().clone())
        .connect(&format!("http://127.0.0.1:{}", desk.port))
        .await
        .unwrap()
}

async fn middle(element: &Element) -> (f64, f64) {
    let (x, y, width, height) = element.rectangle().await.unwrap();
    (x + width / 2.0, y + height / 2.0)
}

/// A string for XPath, whichever quotes it holds.
fn quoted(words: &str) -> String {
    if words.contains('\'') { format!("\"{words}\"") } else { format!("'{words}'") }
}
