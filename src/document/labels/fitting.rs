//! Which labels can be beside each other in one article.

use crate::document::entity::Label;
use crate::text::one_line;

/// These labels with those of `more` behind them whose names are not taken. A key that is taken is left out.
pub fn added(there: &[Label], more: &[Label]) -> Vec<Label> {
    let built_in = Label::built_in();
    let mut all = there.to_vec();
    for label in more {
        let others = || all.iter().chain(&built_in);
        let name = one_line(&label.name);
        if is_name(&name) && !others().any(|other| same(&other.name, &name)) {
            let key = label.key.filter(|key| !others().any(|other| other.key == Some(*key)));
            all.push(Label { name, key, ..label.clone() });
        }
    }
    all
}

/// Whether a label can be called so.
pub(crate) fn is_name(name: &str) -> bool {
    name.contains(char::is_alphanumeric) && !name.eq_ignore_ascii_case("quote")
}

/// Whether these are one name.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Shape;

    fn label(name: &str, key: Option<char>) -> Label {
        Label { name: name.into(), key, color: 4, shape: Shape::Box }
    }

    #[test]
    fn labels_that_contradict_others_are_left_out() {
        let more = [label("Boat", Some('b')), label("boat", None), label("Quote", None), label("…", None)];
        let more = [&more[..], &[label("person", None), label("Town", Some('l')), label("Bus", Some('b'))]].concat();
        let all = added(&[], &more);
        assert_eq!(all.iter().map(|label| &*label.name).collect::<Vec<_>>(), ["Boat", "Town", "Bus"]);
        assert_eq!(all.iter().map(|label| label.key).collect::<Vec<_>>(), [Some('b'), None, None]);
    }
}
