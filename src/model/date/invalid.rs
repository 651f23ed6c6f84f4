//! Tells apart why a text is no date.

/// Why a text is not an EDTF date of level 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidDate {
    /// It does not have the form of a date.
    Form,
    /// It has the form of a date, but there is no such day.
    OutOfRange,
    /// It has the form of a time, but no clock shows it.
    Time,
    /// It is an interval from or to a time of day.
    TimeInInterval,
    /// It is an interval that ends before it begins.
    Reversed,
    /// Its offset from UTC is one that no place has, or `-00:00`.
    Offset,
}
