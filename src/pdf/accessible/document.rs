//! All objects of a PDF, to be changed and written anew.

use std::collections::BTreeMap;

use flate2::{Compress, Compression, FlushCompress, Status};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Object, ObjectIdentifier};

use super::value::{Dict, Number, Value, dict};

/// Objects with higher numbers are not looked for; a large brief has some ten thousand.
const HIGHEST: Number = 1 << 20;

pub(super) struct Document {
    objects: BTreeMap<Number, Value>,
    pub(super) root: Number,
    /// What the PDF says of itself.
    info: Option<Number>,
}

impl Document {
    pub(super) fn read(pdf: &Pdf) -> Self {
        let root = pdf.xref().root_id();
        let mut left = pdf.len();
        let mut objects = BTreeMap::new();
        for number in 0..HIGHEST {
            if left == 0 {
                break;
            }
            let id = ObjectIdentifier::new(number, 0);
            if let Some(object) = pdf.xref().get::<Object<'_>>(id) {
                objects.insert(number, Value::of(&object));
                left -= 1;
            }
        }
        objects.retain(|_, value| !is_of_file(value));
        let title = pdf.metadata().title.as_deref();
        let mut infos = objects.iter().filter(|(_, value)| is_info(value, title));
        let info = infos.next().map(|(number, _)| *number);
        Self {
            objects,
            root: root.obj_number,
            info,
        }
    }

    /// Follows a reference, if the value is one.
    pub(super) fn resolve<'a>(&'a self, value: &'a Value) -> Option<&'a Value> {
        if let Value::Ref(number) = value {
            self.objects.get(number)
        } else {
            Some(value)
        }
    }

    pub(super) fn dict(&self, number: Number) -> Option<&Dict> {
        self.objects.get(&number)?.as_dict()
    }

    pub(super) fn is_stream(&self, number: Number) -> bool {
        matches!(self.objects.get(&number), Some(Value::Stream(..)))
    }

    /// Returns what stands at a key of an object.
    pub(super) fn at(&self, number: Number, key: &str) -> Option<&Value> {
        self.resolve(self.dict(number)?.get(key.as_bytes())?)
    }

    pub(super) fn set(&mut self, number: Number, key: &str, value: Value) {
        if let Some(Value::Dict(dict) | Value::Stream(dict, _)) = self.objects.get_mut(&number) {
            dict.insert(key.as_bytes().to_vec(), value);
        }
    }

    pub(super) fn replace(&mut self, number: Number, value: Value) {
        self.objects.insert(number, value);
    }

    pub(super) fn remove(&mut self, number: Number) {
        self.objects.remove(&number);
    }

    pub(super) fn add(&mut self, value: Value) -> Number {
        let last = self.objects.last_key_value();
        let number = last.map_or(1, |(last, _)| last + 1);
        self.objects.insert(number, value);
        number
    }

    /// Writes all objects down, in the order of their numbers.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
        let mut places = BTreeMap::new();
        for (number, value) in &self.objects {
            places.insert(*number, out.len());
            out.extend(format!("{number} 0 obj\n").into_bytes());
            value.write(&mut out);
            out.extend(b"\nendobj\n");
        }
        let start = out.len();
        let size = places.last_key_value().map_or(1, |(last, _)| last + 1);
        out.extend(format!("xref\n0 {size}\n").into_bytes());
        out.extend(b"0000000000 65535 f \n");
        for number in 1..size {
            match places.get(&number) {
                Some(place) => out.extend(format!("{place:010} 00000 n \n").into_bytes()),
                None => out.extend(b"0000000000 65535 f \n"),
            }
        }
        let mut trailer = dict([
            ("Root", Value::Ref(self.root)),
            ("Size", Value::Number(f64::from(size))),
        ]);
        if let Some(info) = self.info {
            trailer.insert(b"Info".to_vec(), Value::Ref(info));
        }
        out.extend(b"trailer\n");
        Value::Dict(trailer).write(&mut out);
        out.extend(format!("\nstartxref\n{start}\n%%EOF\n").into_bytes());
        out
    }
}

/// Says whether an object is what the PDF says of itself, which its reader does not give the number of: it
/// has the title, and stands in no tree.
fn is_info(value: &Value, title: Option<&[u8]>) -> bool {
    let own = value
        .as_dict()
        .filter(|own| !own.contains_key(&b"Parent"[..]));
    let own = own.and_then(|own| own.get(&b"Title"[..]));
    matches!((own, title), (Some(Value::Text(own)), Some(title)) if own == title)
}

/// Says whether an object holds other objects or their places, which are written anew.
fn is_of_file(value: &Value) -> bool {
    let Value::Stream(dict, _) = value else {
        return false;
    };
    let kind = dict.get(&b"Type"[..]);
    kind.is_some_and(|kind| kind.is_name("ObjStm") || kind.is_name("XRef"))
}

/// Makes a stream, compressed.
pub(super) fn compressed(data: &[u8]) -> Value {
    // What cannot be compressed is a little longer.
    let mut packed = Vec::with_capacity(data.len() + data.len() / 100 + 64);
    let mut compress = Compress::new(Compression::default(), true);
    let end = compress.compress_vec(data, &mut packed, FlushCompress::Finish);
    if matches!(end, Ok(Status::StreamEnd)) {
        Value::Stream(dict([("Filter", Value::name("FlateDecode"))]), packed)
    } else {
        Value::Stream(Dict::new(), data.to_vec())
    }
}
