//! Keys struck one after the other, as hands strike them: whatever has the focus gets them.

use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};

use crate::window::Window;

impl Window {
    /// Strikes each character of `keys`; `\u{e007}` and the like are keys too: see [`Key`].
    pub async fn strike(&self, keys: &str) {
        let mut hands = KeyActions::new("hands".into());
        for value in keys.chars() {
            hands = hands.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.page.perform_actions(hands).await.unwrap();
    }

    /// Strikes a key that closes the window, which may be gone before the key is up again.
    pub async fn strike_to_close(&self, key: char) {
        let hands = KeyActions::new("hands".into())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        match self.page.perform_actions(hands).await {
            Ok(()) => {}
            Err(e) if e.is_no_such_window() => {}
            Err(e) => panic!("could not strike {key:?}: {e}"),
        }
    }

    /// Strikes a key while another is held, such as Shift and a digit.
    pub async fn strike_with(&self, held: Key, key: char) {
        let held = char::from(held);
        let hands = KeyActions::new("hands".into())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        self.page.perform_actions(hands).await.unwrap();
    }
}
