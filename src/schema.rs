//! The JSON Schema of an extraction.

/// The JSON Schema (draft 2020-12) of what serde writes of an [`Extraction`](crate::Extraction), as the command line prints
/// it with `newsclaim schema`.
///
/// Every key is always there. Enumerations are open, and keys may be added: a reader must accept what it does not know.
///
/// ```
/// assert!(newsclaim::JSON_SCHEMA.contains("\"title\": \"Extraction\""));
/// ```
pub const JSON_SCHEMA: &str = include_str!("schema.json");

/// The same, made of the types; `tests/schema.rs` holds the two together.
#[cfg(feature = "schema")]
pub fn json_schema() -> schemars::Schema {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    settings
        .into_generator()
        .into_root_schema_for::<crate::extraction::Extraction<'static>>()
}
