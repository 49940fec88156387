//! What is filled in when a text is printed: "{n}" in "Poster {n} of {of}".

use std::collections::BTreeSet;

/// The names in braces, in no order.
pub fn slots(text: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, more)) = after.split_once('}') else { break };
        if is_name(name) {
            found.insert(name);
        }
        rest = more;
    }
    found
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase())
}

/// The first slot that stands on one side only.
///
/// # Errors
/// Its name: without it a number or a name would be missing on the paper, or a brace printed.
pub fn same(source: &str, text: &str) -> Result<(), String> {
    let (theirs, ours) = (slots(source), slots(text));
    theirs.symmetric_difference(&ours).next().map_or(Ok(()), |name| Err((*name).to_owned()))
}

/// Puts values into the slots of a text, all at once: a value is not looked at again.
pub fn fill<'a>(text: &str, value: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}') {
            Some((name, more)) if is_name(name) => {
                match value(name) {
                    Some(value) => out.push_str(value),
                    None => out.extend(["{", name, "}"]),
                }
                rest = more;
            }
            _ => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_found_compared_and_filled() {
        let text = "Poster {n} of {of}, {n} { x } {} {";
        assert_eq!(slots(text), ["n", "of"].into());
        assert_eq!(same(text, "{of}, {n}"), Ok(()));
        assert_eq!(same(text, "plakat {n}"), Err("of".to_owned()));
        assert_eq!(same("plain", "with {n}"), Err("n".to_owned()));
        let value = |name: &str| if name == "n" { Some("{of}") } else { None };
        assert_eq!(fill(text, value), "Poster {of} of {of}, {of} { x } {} {");
    }
}
