//! Training of the model, native only.
//! `corpus` and `clean` give the articles, `examples` their features, `crf` learns the weights, in two `stages`; `calibrate`
//! makes confidences of margins, and `model` is what comes out.
//! Read `stages` first.

pub mod calibrate;
pub mod clean;
pub mod corpus;
pub mod crf;
pub mod examples;
pub mod model;
pub mod stages;
