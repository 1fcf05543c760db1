//! Derives what the rooms keep in a database and read from it.
//!
//! What is derived names the crate `store`, whose traits these are.

mod row;
mod value;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Reads a struct from a row, each field from the column of its name.
///
/// `#[row(flatten)]` reads a field from the same row as the struct around it;
/// `#[row(try_from = "String")]` reads a column as that type and converts it.
#[proc_macro_derive(Row, attributes(row))]
pub fn row(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    row::derive(&input).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// Keeps a struct around one value as that value, and an enum without fields as
/// the name of its variant in `snake_case`.
#[proc_macro_derive(Value)]
pub fn value(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    value::derive(&input).unwrap_or_else(syn::Error::into_compile_error).into()
}
