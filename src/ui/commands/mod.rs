//! What keys do: every command stands once in a table, which the listener, the overlay and the palette share.
//! `chord` writes a pressed key as text, `keymap` holds the person's own keys, `lookup` finds what a chord means now, and
//! `keyboard` listens.
//! Read `table` first.

pub(crate) mod applies;
pub(crate) mod binding;
pub(crate) mod chord;
pub(crate) mod keyboard;
pub(crate) mod keymap;
pub(crate) mod lookup;
pub(crate) mod table;
