//! What is on the screen around the article: screens, layers, notes, and what is told or asked for once.

use std::rc::Rc;

use crate::document::{AnnotationId, CommandError, EntityId, LabelId};
use crate::formats::Export;
use crate::storage::StoreError;
use crate::ui::state::message::{Articles, Failure, Fate, Message, Offer, Toast};

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    /// Looking for saved work.
    Loading,
    /// The empty state: paste, open, drop, samples.
    Start,
    /// An article.
    Article,
    /// Everything was deleted from this device; nothing can be done here but to begin anew.
    Wiped(Wiped),
}

/// What came of deleting everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wiped {
    /// Whether each is gone: the database; what is kept beside it (color scheme, language, drafts); the files of the page that
    /// are kept for use without a network.
    Here { database: bool, settings: bool, files: bool },
    /// Another tab did it.
    Elsewhere,
}

/// A layer over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// All keys.
    Shortcuts,
    /// The command palette.
    Palette,
    /// A label of the person's own, or a new one.
    Label(Option<LabelId>),
    /// The person's labels for all articles.
    LabelSets,
    /// Files for other programs and for readers.
    Export,
    /// The person's own word list.
    WordList,
    /// What is stored where, how to check it, and how to delete it.
    Stored,
    /// Title and text of the article.
    Text,
    /// What became of the annotations when the text was edited.
    Carried,
    /// What came of each of several files.
    Files,
    /// The versions that are kept of the article.
    Versions,
    /// The open article is not saved, and was to be closed.
    Unsaved,
}

/// Something that only the browser can do, done once by `services::browser_requests`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BrowserRequest {
    /// Download the article in this form.
    Export(Export),
    /// Print it.
    Print,
    /// Go to the note of the selected annotation.
    Note,
    /// Open the filter.
    Filter,
    /// Open what can be done to a person, place or organization.
    Entity(EntityId),
}

/// What the bottom sheet of a small screen shows; a wide screen shows all of it beside the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// Only its handle.
    Closed,
    /// People, places, organizations, quotes.
    Panels,
    /// The selected annotation.
    Inspector,
}

/// How much of a small screen the open sheet takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum SheetSize {
    /// A third, so that the words it is about stay in sight.
    #[default]
    Third,
    /// Most of it.
    Tall,
}

/// A request to move the keyboard focus or the view, carried out once after drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reveal {
    /// Tells one request from the next.
    pub(crate) turn: u32,
    /// What to show.
    pub(crate) id: AnnotationId,
    /// Whether the focus goes there too.
    pub(crate) focus: bool,
}

/// What happens to the page itself.
#[derive(Clone, Debug)]
pub(crate) enum PageAction {
    /// A layer opens, or the one that is open closes.
    Dialog(Option<Dialog>),
    /// The sheet of a small screen shows this.
    Sheet(Sheet),
    /// It takes so much of the screen.
    SheetSize(SheetSize),
    /// Look for words in the article; none closes the search.
    Find(Option<Rc<str>>),
    /// Something only the browser can do.
    Request(BrowserRequest),
    /// A note for the person.
    Notify(Message, Rc<[Offer]>),
    /// Tell a screen reader.
    Announce(Message),
    /// The note with this number is read.
    Dismiss(u32),
    /// Something could not be opened; the empty state says so itself.
    Refused(Failure),
}

/// Toasts shown at once; older ones go.
const TOASTS: usize = 3;

/// The page around the article.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) screen: Screen,
    pub(crate) dialog: Option<Dialog>,
    /// What came of the files that were brought together last, once the person asked for it.
    pub(crate) files: Rc<[Fate]>,
    pub(crate) sheet: Sheet,
    pub(crate) sheet_size: SheetSize,
    /// The sheet stays open while nothing is selected: a review says there that it is done.
    pub(crate) sheet_stays: bool,
    /// What is looked for in the article.
    pub(crate) find: Option<Rc<str>>,
    pub(crate) toasts: Rc<[Toast]>,
    /// What a screen reader is told, with a counter so that the same words are told again.
    pub(crate) announced: Option<(u32, Message)>,
    pub(crate) reveal: Option<Reveal>,
    /// What the browser is to do, with a number that tells one request from the next.
    pub(crate) request: Option<(u32, BrowserRequest)>,
    /// Counts requests, toasts and announcements.
    turn: u32,
}

impl Default for Page {
    fn default() -> Self {
        Self::on(Screen::Loading, 0)
    }
}

impl Page {
    fn on(screen: Screen, turn: u32) -> Self {
        Self {
            screen,
            dialog: None,
            files: Rc::from([]),
            sheet: Sheet::Closed,
            sheet_size: SheetSize::Third,
            sheet_stays: false,
            find: None,
            toasts: Rc::from([]),
            announced: None,
            reveal: None,
            request: None,
            turn,
        }
    }

    /// The same page with another screen and nothing else on it, but for what nobody has seen yet, and for word of what is
    /// not saved.
    pub(crate) fn cleared(&self, screen: Screen) -> Self {
        let stays =
            |toast: &&Toast| self.screen == Screen::Loading || matches!(toast.message, Message::LeftUnsaved(..));
        let toasts = self.toasts.iter().filter(stays).cloned().collect();
        Self { toasts, ..Self::on(screen, self.turn) }
    }

    /// The page after `action`.
    pub(crate) fn reduce(&mut self, action: PageAction) {
        match action {
            PageAction::Dialog(dialog) => self.dialog = dialog,
            PageAction::Sheet(sheet) => self.sheet = sheet,
            PageAction::SheetSize(size) => self.sheet_size = size,
            PageAction::Find(words) => self.find = words,
            PageAction::Request(request) => self.ask_browser(request),
            PageAction::Notify(message, offers) => self.toast(message, &offers),
            PageAction::Announce(message) => self.announce(message),
            PageAction::Dismiss(turn) => self.dismiss(turn),
            PageAction::Refused(failure) => {
                let message = Message::Failed(failure);
                if self.screen == Screen::Start { self.announce(message) } else { self.toast(message, &[]) }
            }
        }
    }

    /// The next number of a request.
    pub(crate) fn next_turn(&mut self) -> u32 {
        self.turn += 1;
        self.turn
    }

    fn ask_browser(&mut self, request: BrowserRequest) {
        let turn = self.next_turn();
        self.request = Some((turn, request));
        match request {
            BrowserRequest::Note => self.sheet = Sheet::Inspector,
            BrowserRequest::Filter | BrowserRequest::Entity(_) => self.sheet = Sheet::Panels,
            // A menu closes when something of it is chosen.
            BrowserRequest::Export(_) | BrowserRequest::Print if self.dialog == Some(Dialog::Export) => {
                self.dialog = None;
            }
            BrowserRequest::Export(_) | BrowserRequest::Print => {}
        }
    }

    /// Brings an annotation into view, with the focus or without.
    pub(crate) fn reveal(&mut self, id: AnnotationId, focus: bool) {
        let turn = self.next_turn();
        self.reveal = Some(Reveal { turn, id, focus });
    }

    /// The sheet follows what is selected.
    pub(crate) fn follow_selection(&mut self, selected: Option<AnnotationId>) {
        match (selected, self.sheet) {
            (Some(_), Sheet::Closed | Sheet::Panels) => self.sheet = Sheet::Inspector,
            (None, Sheet::Inspector) if !self.sheet_stays => self.sheet = Sheet::Closed,
            _ => {}
        }
    }

    pub(crate) fn announce(&mut self, message: Message) {
        let turn = self.next_turn();
        self.announced = Some((turn, message));
    }

    /// What is open goes on under a new name.
    pub(crate) fn tell_of_copy(&mut self) {
        self.toast(Message::Failed(Failure::Storage(StoreError::Conflict)), &[]);
    }

    pub(crate) fn refuse(&mut self, error: CommandError) {
        self.toast(Message::Refused(error), &[]);
    }

    pub(crate) fn toast(&mut self, message: Message, offers: &[Offer]) {
        self.announce(message.clone());
        let turn = self.next_turn();
        let mut toasts: Vec<_> =
            self.toasts.iter().filter(|toast| !message.replaces(&toast.message)).cloned().collect();
        // Only the last step can be taken back from its note.
        if offers.contains(&Offer::Undo) {
            toasts.retain(|toast| !toast.offers.contains(&Offer::Undo));
        }
        toasts.push(Toast { turn, message, offers: offers.into() });
        let old = toasts.len().saturating_sub(TOASTS);
        self.toasts = toasts.drain(old..).collect();
    }

    /// Asks whether what was brought is to be split into its articles.
    pub(crate) fn offer_to_split(&mut self, articles: Articles) {
        self.toast(Message::Several(articles.0.len()), &[Offer::Split(articles), Offer::KeepOne]);
    }

    /// What was told of the storage does not hold any more.
    pub(crate) fn withdraw_storage_trouble(&mut self) {
        let told = |message: &Message| matches!(message, Message::Failed(Failure::Storage(_)));
        self.toasts = self.toasts.iter().filter(|toast| !told(&toast.message)).cloned().collect();
    }

    /// The article of this title is saved after all.
    pub(crate) fn withdraw_left(&mut self, title: &str) {
        let told = |message: &Message| matches!(message, Message::LeftUnsaved(of, _) if **of == *title);
        self.toasts = self.toasts.iter().filter(|toast| !told(&toast.message)).cloned().collect();
    }

    pub(crate) fn dismiss(&mut self, turn: u32) {
        self.toasts = self.toasts.iter().filter(|toast| toast.turn != turn).cloned().collect();
    }

    /// Only the notes stay that are to be dismissed by the person.
    pub(crate) fn dismiss_passing(&mut self) {
        self.toasts = self.toasts.iter().filter(|toast| toast.stays()).cloned().collect();
    }

    /// An offer that names a label by its place is gone with the place.
    pub(crate) fn withdraw_offers_for_others(&mut self) {
        for toast in Rc::make_mut(&mut self.toasts) {
            toast.offers = toast.offers.iter().filter(|offer| !offer.is_for_others()).cloned().collect();
        }
    }

    /// Whether a dialog covers the page, so that its keys do not act.
    pub(crate) fn is_covered(&self) -> bool {
        self.dialog.is_some()
    }
}
