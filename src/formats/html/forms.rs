//! How the text of an article is set: items of lists, block quotes, rows of tables.

use crate::formats::html::element::Element;
use crate::formats::html::judge::Role;
use crate::formats::html::lines::Line;
use crate::formats::html::measure::Measured;
use crate::formats::html::tree::Page;
use crate::vocabulary::BlockKind;

/// How what stands in an element is set.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Form {
    /// It stands in the element that holds the article.
    inside: bool,
    kind: Option<BlockKind>,
    /// Nothing in its list, passage or table is a link: it lists what the article says, not where else to go.
    plain: bool,
}

/// The form of each element.
pub(super) fn forms(page: &Page, measured: &Measured, region: usize) -> Vec<Form> {
    let whole = measured.counts[region].characters;
    let mut forms = vec![Form::default(); page.nodes.len()];
    for (index, node) in page.nodes.iter().enumerate() {
        let parent = node.parent as usize;
        let around = forms[parent];
        let counts = &measured.counts[index];
        // What holds most of the article is there for its looks.
        let is_part = u64::from(counts.characters) * 2 <= u64::from(whole);
        let own = match node.element {
            Element::List => Some((around.kind, counts.linked == 0)),
            Element::Item if page.nodes[parent].element == Element::List => {
                Some((Some(BlockKind::ListItem), around.plain))
            }
            Element::BlockQuote if is_part => Some((Some(BlockKind::BlockQuote), counts.linked == 0)),
            Element::Table => Some((is_part.then_some(BlockKind::TableRow), counts.linked == 0)),
            _ => None,
        };
        let inside = index == region || index > 0 && around.inside;
        let (kind, plain) = own.filter(|_| inside && index != region).unwrap_or((around.kind, around.plain));
        forms[index] = Form { inside, kind, plain };
    }
    forms
}

/// How a line is set that is text of the article; none for all others.
pub(super) fn form(forms: &[Form], line: &Line, role: Role) -> Option<BlockKind> {
    let form = forms[line.node as usize];
    let is_text = match role {
        Role::Body => true,
        Role::Open => form.plain,
        _ => false,
    };
    let fits = |kind: &BlockKind| *kind != BlockKind::TableRow || line.text.contains('\t');
    form.kind.filter(|kind| is_text && fits(kind))
}
