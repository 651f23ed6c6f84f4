//! Answers the questions of a client about one text.
