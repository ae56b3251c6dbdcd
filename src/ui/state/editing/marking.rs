//! Marking words, and making a mark into another one.

use std::rc::Rc;

use crate::document::{AnnotationId, Body, Command, CommandError, EntityId, Snap};
use crate::text::TextRange;
use crate::ui::state::desk::Desk;
use crate::ui::state::editing::same_words::{others, run_for};
use crate::ui::state::message::{Message, Offer};
use crate::ui::state::selection::{Scope, Tool};
use crate::vocabulary::QuoteKind;

/// What a tool is called in the announcement that it is armed.
fn tool_name(desk: &Desk, tool: Tool) -> Option<Rc<str>> {
    Some(match tool {
        Tool::Quote => "QUOTE".into(),
        Tool::Label(label) => Rc::from(&*desk.document()?.label(label)?.name),
    })
}

/// The tool marks each selection at once from now on; the same again, no longer.
pub(crate) fn arm(desk: &mut Desk, tool: Tool) {
    if desk.selection.armed == Some(tool) {
        desk.selection.armed = None;
        return;
    }
    desk.selection.armed = Some(tool);
    if let Some(name) = tool_name(desk, tool) {
        desk.page.announce(Message::Armed(name));
    }
}

/// Makes a mention or a quote what the tool says.
pub(crate) fn retype(desk: &mut Desk, id: AnnotationId, body: &Body, tool: Tool) {
    let command = match (tool, body) {
        (Tool::Label(label), Body::Mention(_)) => {
            let others = others(desk, id, |_| true);
            run_for(desk, id, others, |ids| Command::Relabel { ids, label });
            return;
        }
        (Tool::Label(label), Body::Quote(_)) => Command::QuoteToMention { id, label },
        (Tool::Quote, Body::Mention(mention)) => {
            let kind = desk.document().map(|document| quote_kind(document.source().slice(mention.range)));
            Command::SetQuoteKind { id, kind: kind.unwrap_or(QuoteKind::Direct) }
        }
        (Tool::Quote, Body::Quote(_)) => return desk.page.refuse(CommandError::AlreadyMarked),
    };
    desk.run(command);
}

/// Direct when the words stand in marks.
pub(crate) fn quote_kind(words: &str) -> QuoteKind {
    let is_word = |edge: Option<char>| edge.is_none_or(|edge| edge.is_alphanumeric() || edge.is_whitespace());
    let bare = is_word(words.chars().next()) || is_word(words.chars().next_back());
    if bare { QuoteKind::Indirect } else { QuoteKind::Direct }
}

/// Marks the chosen words, or all places of the same words.
pub(crate) fn mark(desk: &mut Desk, tool: Tool, range: TextRange) {
    let Some(document) = desk.document() else { return };
    let others = document.other_occurrences(range);
    let for_all = desk.selection.scope == Scope::All;
    let all: Vec<_> = std::iter::once(range).chain(others.iter().copied()).collect();
    let named = |ranges: Vec<TextRange>, label| Command::AddMentions { ranges, label, entity: None };
    let command = match tool {
        Tool::Label(label) if for_all => named(all.clone(), label),
        Tool::Label(label) => named(vec![range], label),
        Tool::Quote => {
            let range = document.snap(range, Snap::Quote).unwrap_or(range);
            Command::AddQuote { parts: vec![range], kind: quote_kind(document.source().slice(range)) }
        }
    };
    let (outcome, deed) = match desk.ran(command, |_| {}) {
        Ok(done) => done,
        Err(error) => return desk.page.refuse(error),
    };
    desk.selection.drop_words();
    desk.selection.scope = Scope::One;
    let mut offers = vec![Offer::Undo];
    if let Tool::Label(label) = tool
        && !others.is_empty()
        && !for_all
    {
        let entity = outcome.select.and_then(|id| entity_of(desk, id));
        let count = others.len();
        let alone = Command::AddMentions { ranges: others, label, entity };
        let (together, revision) = (named(all, label), desk.article.revision());
        offers.push(Offer::Others { alone, together, count, revision, new: true });
    }
    // While a label is armed the person goes on selecting: nothing else takes the stage.
    if let (None, Some(id)) = (desk.selection.armed, outcome.select) {
        desk.show(id);
    }
    desk.note(Message::Did(deed), offers);
}

fn entity_of(desk: &Desk, id: AnnotationId) -> Option<EntityId> {
    desk.document()?.annotation(id)?.body.mention()?.entity
}
