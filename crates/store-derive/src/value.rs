//! Values of columns.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DataEnum, DeriveInput, Error, Fields, Ident, Result, Type};

pub(crate) fn derive(input: &DeriveInput) -> Result<TokenStream> {
    let name = &input.ident;
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                Ok(around(name, &fields.unnamed[0].ty))
            }
            _ => Err(Error::new_spanned(name, "a value is a struct around one other")),
        },
        Data::Enum(data) => one_of(name, data),
        Data::Union(_) => Err(Error::new_spanned(name, "a union is no value")),
    }
}

/// A struct around a value.
fn around(name: &Ident, inner: &Type) -> TokenStream {
    quote! {
        impl ::store::db::Value for #name {
            fn put(&self, into: &mut ::store::db::Values<'_>) -> ::std::result::Result<(), ::store::db::Unfit> {
                ::store::db::Value::put(&self.0, into)
            }

            fn put_none(into: &mut ::store::db::Values<'_>) -> ::std::result::Result<(), ::store::db::Unfit> {
                <#inner as ::store::db::Value>::put_none(into)
            }
        }

        impl ::store::db::Column for #name {
            fn of(cell: ::store::db::Cell<'_>) -> ::std::result::Result<Self, ::store::db::Unfit> {
                <#inner as ::store::db::Column>::of(cell).map(Self)
            }
        }
    }
}

/// One of several names.
fn one_of(name: &Ident, data: &DataEnum) -> Result<TokenStream> {
    if let Some(variant) = data.variants.iter().find(|variant| variant.fields != Fields::Unit) {
        return Err(Error::new_spanned(variant, "a name has no fields"));
    }
    let variants: Vec<_> = data.variants.iter().map(|variant| &variant.ident).collect();
    let texts: Vec<_> = variants.iter().map(|variant| snake_case(&variant.to_string())).collect();
    let unknown = format!("\"{{}}\" is none of: {}", texts.join(", "));
    Ok(quote! {
        impl ::store::db::Value for #name {
            fn put(&self, into: &mut ::store::db::Values<'_>) -> ::std::result::Result<(), ::store::db::Unfit> {
                let text = match self {
                    #(Self::#variants => #texts),*
                };
                ::store::db::Value::put(text, into)
            }

            fn put_none(into: &mut ::store::db::Values<'_>) -> ::std::result::Result<(), ::store::db::Unfit> {
                <str as ::store::db::Value>::put_none(into)
            }
        }

        impl ::store::db::Column for #name {
            fn of(cell: ::store::db::Cell<'_>) -> ::std::result::Result<Self, ::store::db::Unfit> {
                let text = <::std::string::String as ::store::db::Column>::of(cell)?;
                match text.as_str() {
                    #(#texts => ::std::result::Result::Ok(Self::#variants),)*
                    _ => ::std::result::Result::Err(::std::format!(#unknown, text).into()),
                }
            }
        }
    })
}

/// `TakingBack` as `taking_back`.
fn snake_case(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.extend(letter.to_lowercase());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kept_in_snake_case() {
        assert_eq!(snake_case("Open"), "open");
        assert_eq!(snake_case("TakingBack"), "taking_back");
    }
}
