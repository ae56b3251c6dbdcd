//! Who is meant by "she" and "the minister". `resolver` reads the article once from start to end and chooses for each
//! mention among those that agree with it (`anaphor`, `roles`): by what the text says of each (`profiles`) and by who is in
//! view there (`salience`). Read `resolver` first; all points are in `points`.

mod anaphor;
mod apposition;
mod discourse;
mod genders;
mod issuer;
mod points;
mod profiles;
pub(crate) mod resolution;
pub(crate) mod resolver;
mod roles;
mod salience;
mod stated_roles;
