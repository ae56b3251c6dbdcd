//! Who could have said a quote, and who most likely did. `generate` lists every attribution near the quote, `rank` chooses
//! by the weights; read `rank` first.

pub(crate) mod candidate;
pub(crate) mod conversation;
pub(crate) mod exchange;
pub(crate) mod feature;
pub(crate) mod features;
#[cfg(feature = "train")]
pub mod fit;
pub(crate) mod generate;
pub(crate) mod nobody;
pub(crate) mod rank;
pub(crate) mod together;
pub(crate) mod weights;
