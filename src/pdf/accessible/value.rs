//! A value of a PDF, which can be changed and written down.

use std::collections::BTreeMap;

use hayro_syntax::object::dict::Dict as ReadDict;
use hayro_syntax::object::{MaybeRef, Object};

/// The number of an object.
pub(super) type Number = u32;

/// The entries of a dictionary, in an order that is always the same.
pub(super) type Dict = BTreeMap<Vec<u8>, Value>;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Null,
    Bool(bool),
    Number(f64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Value>),
    Dict(Dict),
    /// Its bytes as they stand in the file, with the filters that its dictionary names.
    Stream(Dict, Vec<u8>),
    Ref(Number),
}

impl Value {
    pub(super) fn of(object: &Object<'_>) -> Self {
        match object {
            Object::Null(_) => Self::Null,
            Object::Boolean(is_so) => Self::Bool(*is_so),
            Object::Number(number) => Self::Number(number.as_f64()),
            Object::String(text) => Self::Text(text.as_bytes().to_vec()),
            Object::Name(name) => Self::Name(name.to_vec()),
            Object::Dict(dict) => Self::Dict(dict_of(dict)),
            Object::Array(items) => Self::Array(items.raw_iter().map(Self::of_item).collect()),
            Object::Stream(stream) => {
                Self::Stream(dict_of(stream.dict()), stream.raw_data().into_owned())
            }
        }
    }

    fn of_item(item: MaybeRef<Object<'_>>) -> Self {
        match item {
            MaybeRef::Ref(target) => Self::Ref(target.obj_number),
            MaybeRef::NotRef(object) => Self::of(&object),
        }
    }

    pub(super) fn name(name: &str) -> Self {
        Self::Name(name.as_bytes().to_vec())
    }

    pub(super) fn count(number: usize) -> Self {
        Self::Number(u32::try_from(number).map_or(f64::MAX, f64::from))
    }

    /// A text for readers: as it is in ASCII, else in UTF-16 behind a byte order mark.
    pub(super) fn words(text: &str) -> Self {
        if text.is_ascii() {
            return Self::Text(text.as_bytes().to_vec());
        }
        let units = text.encode_utf16().flat_map(u16::to_be_bytes);
        Self::Text(b"\xFE\xFF".iter().copied().chain(units).collect())
    }

    pub(super) fn as_dict(&self) -> Option<&Dict> {
        if let Self::Dict(dict) | Self::Stream(dict, _) = self {
            Some(dict)
        } else {
            None
        }
    }

    pub(super) fn as_number(&self) -> Option<f64> {
        if let Self::Number(number) = self {
            Some(*number)
        } else {
            None
        }
    }

    pub(super) fn as_ref(&self) -> Option<Number> {
        if let Self::Ref(number) = self {
            Some(*number)
        } else {
            None
        }
    }

    pub(super) fn is_name(&self, name: &str) -> bool {
        matches!(self, Self::Name(own) if own == name.as_bytes())
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.extend(b"null"),
            Self::Bool(is_so) => out.extend(if *is_so { &b"true"[..] } else { b"false" }),
            Self::Number(number) => out.extend(format!("{number}").into_bytes()),
            Self::Name(name) => write_name(name, out),
            Self::Text(text) => write_text(text, out),
            Self::Array(items) => {
                out.push(b'[');
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        out.push(b' ');
                    }
                    item.write(out);
                }
                out.push(b']');
            }
            Self::Dict(dict) => write_dict(dict, out),
            Self::Stream(dict, data) => {
                let mut dict = dict.clone();
                dict.insert(b"Length".to_vec(), Self::count(data.len()));
                write_dict(&dict, out);
                out.extend(b"\nstream\n");
                out.extend(data);
                out.extend(b"\nendstream");
            }
            Self::Ref(number) => out.extend(format!("{number} 0 R").into_bytes()),
        }
    }
}

fn dict_of(dict: &ReadDict<'_>) -> Dict {
    let entries = dict.entries();
    entries
        .map(|(key, value)| (key.to_vec(), Value::of_item(value)))
        .collect()
}

/// Makes a dictionary of its entries.
pub(super) fn dict<const N: usize>(entries: [(&str, Value); N]) -> Dict {
    let entries = entries.into_iter();
    entries
        .map(|(key, value)| (key.as_bytes().to_vec(), value))
        .collect()
}

fn write_dict(dict: &Dict, out: &mut Vec<u8>) {
    out.extend(b"<<");
    for (key, value) in dict {
        write_name(key, out);
        out.push(b' ');
        value.write(out);
        out.push(b'\n');
    }
    out.extend(b">>");
}

fn write_name(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"#/()<>[]{}%".contains(byte) {
            out.push(*byte);
        } else {
            out.extend(format!("#{byte:02X}").into_bytes());
        }
    }
}

fn write_text(text: &[u8], out: &mut Vec<u8>) {
    if text.iter().all(|byte| (b' '..=b'~').contains(byte)) {
        out.push(b'(');
        for byte in text {
            if b"()\\".contains(byte) {
                out.push(b'\\');
            }
            out.push(*byte);
        }
        out.push(b')');
    } else {
        out.push(b'<');
        for byte in text {
            out.extend(format!("{byte:02X}").into_bytes());
        }
        out.push(b'>');
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, dict};

    fn written(value: &Value) -> String {
        let mut out = Vec::new();
        value.write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn values_are_written_as_readers_read_them() {
        let items = Value::Array(vec![
            Value::Null,
            Value::Bool(true),
            Value::Number(-12.0),
            Value::Number(0.75),
            Value::name("A B#"),
            Value::Ref(7),
        ]);
        let expected = "[null true -12 0.75 /A#20B#23 7 0 R]";
        assert_eq!(written(&items), expected);
        let entries = Value::Dict(dict([("K", Value::Number(1.0)), ("A", items)]));
        assert_eq!(written(&entries), format!("<</A {expected}\n/K 1\n>>"));
    }

    #[test]
    fn words_are_ascii_or_utf_16() {
        assert_eq!(written(&Value::words(r"a (b) \")), r"(a \(b\) \\)");
        assert_eq!(written(&Value::words("Зе🙂")), "<FEFF04170435D83DDE42>");
    }

    #[test]
    fn a_stream_says_its_length() {
        let stream = Value::Stream(dict([("Length", Value::Ref(4))]), b"abc".to_vec());
        assert_eq!(written(&stream), "<</Length 3\n>>\nstream\nabc\nendstream");
    }
}
