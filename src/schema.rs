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
        .with_transform(for_all_languages)
        .into_generator()
        .into_root_schema_for::<crate::extraction::Extraction<'static>>()
}

/// Takes out what only speaks to those who write Rust: examples, and defaults of what is always written.
#[cfg(feature = "schema")]
fn for_all_languages(schema: &mut schemars::Schema) {
    schema.remove("default");
    let description = schema.get("description").and_then(|text| text.as_str());
    let prose = description.map(|text| text.split("\n\n```").next().unwrap_or_default().to_owned());
    if let Some(prose) = prose {
        schema.insert("description".to_owned(), prose.into());
    }
    schemars::transform::transform_subschemas(&mut for_all_languages, schema);
}
