//! Who is meant by "she" and "the minister". `resolver` chooses among the people of the article by what the text says of
//! each (`profiles`) and who is in view (`salience`); read it first.

pub(crate) mod profiles;
pub(crate) mod resolution;
pub(crate) mod resolver;
pub(crate) mod roles;
pub(crate) mod salience;
