//! Training of the model, native only.

pub mod calibrate;
pub mod clean;
pub mod corpus;
pub mod crf;
pub mod examples;
pub mod model;
pub mod stages;
