//! Structs read from rows.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{Data, DeriveInput, Error, Field, Fields, LitStr, Result, Type};

/// How a field is read.
enum Reading {
    Column,
    Flattened,
    Converted(Box<Type>),
}

pub(crate) fn derive(input: &DeriveInput) -> Result<TokenStream> {
    let fields = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => &fields.named,
            _ => return Err(Error::new_spanned(&input.ident, "columns need names")),
        },
        _ => return Err(Error::new_spanned(&input.ident, "a row is read into a struct")),
    };
    let name = &input.ident;
    let fields = fields.iter().map(read).collect::<Result<Vec<_>>>()?;
    Ok(quote! {
        impl ::store::db::Row for #name {
            fn of(columns: &::store::db::Columns<'_>) -> ::std::result::Result<Self, ::store::StoreError> {
                ::std::result::Result::Ok(Self { #(#fields),* })
            }
        }
    })
}

fn read(field: &Field) -> Result<TokenStream> {
    let name = field.ident.as_ref();
    let column = name.map(|name| name.unraw().to_string()).unwrap_or_default();
    Ok(match reading(field)? {
        Reading::Column => quote!(#name: columns.named(#column)?),
        Reading::Flattened => quote!(#name: ::store::db::Row::of(columns)?),
        Reading::Converted(from) => quote!(#name: columns.converted::<#from, _>(#column)?),
    })
}

fn reading(field: &Field) -> Result<Reading> {
    let mut reading = Reading::Column;
    for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("row")) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("flatten") {
                reading = Reading::Flattened;
                Ok(())
            } else if meta.path.is_ident("try_from") {
                let from = meta.value()?.parse::<LitStr>()?.parse()?;
                reading = Reading::Converted(Box::new(from));
                Ok(())
            } else {
                Err(meta.error("`flatten` or `try_from = \"…\"`"))
            }
        })?;
    }
    Ok(reading)
}
