//! What the small files beside the articles have in common: what they call themselves, and in which version.

use serde_json::error::Category;

use super::limits::MAX_TEXT_BYTES;
use super::{BadValue, OpenError};

/// Whether this is JSON that calls itself `format`, in a version up to `known`.
///
/// # Errors
/// Why it is not.
pub(super) fn check_head(json: &str, format: &str, known: u64) -> Result<(), OpenError> {
    if json.len() > MAX_TEXT_BYTES {
        return Err(OpenError::TooLarge { bytes: json.len(), limit: MAX_TEXT_BYTES });
    }
    if json.trim().is_empty() {
        return Err(OpenError::Empty);
    }
    let value: serde_json::Value = serde_json::from_str(json).map_err(|error| match error.classify() {
        Category::Eof => OpenError::Truncated,
        _ => OpenError::BadJson { line: error.line(), column: error.column() },
    })?;
    if value.get("format").and_then(|found| found.as_str()) != Some(format) {
        return Err(OpenError::NotOurs);
    }
    match value.get("version").and_then(serde_json::Value::as_u64) {
        Some(version) if version > known => Err(OpenError::Newer { version, known }),
        _ => Ok(()),
    }
}

/// A value that the parser does not take.
pub(super) fn bad_value(error: &serde_json::Error) -> OpenError {
    let (line, column, detail) = (error.line(), error.column(), error.to_string());
    OpenError::BadValue(BadValue::Parser { line, column, detail })
}
