//! Says what kept a quote from being found to be its source's words.

use serde::Serialize;

use super::words::words;

words! {
    /// What kept a quote from being found to be its source's words, by the word that locks have for it.
    #[derive(PartialOrd, Ord, Hash, Serialize)]
    Obstacle {
        /// There is no snapshot to look in.
        NoSnapshot "no-snapshot",
        /// It is too short to be looked for by itself.
        TooShort "too-short",
        /// It stands in several places.
        SeveralPlaces "several-places",
        /// Its context stands in several places.
        ContextInSeveralPlaces "context-in-several-places",
        /// Its context is not in the snapshot.
        ContextAbsent "context-absent",
        /// Its context does not hold it.
        ContextWithoutQuote "context-without-quote",
        /// It is a translation, and the words that it was made of are not given.
        NoOriginal "no-original",
        /// There are too many quotes to look for at once.
        TooManyQuotes "too-many-quotes",
        /// There is a snapshot, and it cannot be read.
        Unreadable "unreadable",
        /// The snapshot has no bytes.
        Empty "empty",
        /// The snapshot has no words for a reader.
        NoWords "no-words",
        /// The snapshot is a page that a script may fill.
        Unfilled "unfilled",
        /// The snapshot is a PDF; earlier versions read none.
        Pdf "pdf",
        /// The snapshot is a PDF of pictures of pages, or has such a page.
        ScannedPdf "scanned-pdf",
        /// The snapshot is a PDF that only a password opens.
        EncryptedPdf "encrypted-pdf",
        /// The snapshot is a PDF that is damaged.
        BrokenPdf "broken-pdf",
        /// The snapshot is a PDF whose fonts do not say which letters they set.
        UnmappedPdf "unmapped-pdf",
        /// The snapshot is a document of an office program, or packed.
        Packed "packed",
        /// The snapshot is a web archive of Safari, or a message with parts that are not read.
        WebArchive "web-archive",
        /// The snapshot is an archive or a message that is damaged or cut off, or has a page that is, or
        /// names one that it does not hold.
        BrokenArchive "broken-archive",
        /// The snapshot is a web archive without a page.
        NoPage "no-page",
        /// The snapshot is a picture, sound or film.
        Picture "picture",
        /// The snapshot is compressed in a way that is not opened.
        Compressed "compressed",
        /// The snapshot is compressed by gzip, and damaged.
        BrokenGzip "broken-gzip",
        /// The snapshot opens to more than is read.
        OpensTooLarge "opens-too-large",
        /// The snapshot's bytes are no text.
        NotText "not-text",
        /// The snapshot has bytes that mean nothing in its encoding.
        Undecodable "undecodable",
        /// Characters of the passage were lost before the snapshot was saved.
        LostCharacters "lost-characters",
        /// The words stand there if the snapshot is read in another encoding than its own.
        OtherEncoding "other-encoding",
        /// The words stand only in parts of the snapshot that are hidden.
        Hidden "hidden",
        /// The page does not tell whether a reader sees the words, or sees them so.
        Unsure "unsure",
        /// The snapshot is so tangled, or its style sheets so large, that it cannot be said what is shown.
        Tangled "tangled",
        /// The words stand there if what may be a page's foot and the next one's head are left out.
        PageBreak "page-break",
        /// The words stand there if the lines are read in another order.
        OutOfOrder "out-of-order",
        /// The words stand there if marks of the text's form, names of speakers or remarks are left out.
        MarkedUp "marked-up",
        /// It begins or ends where a word or a number may go on.
        BrokenWord "broken-word",
    }
}

impl Obstacle {
    /// Says what is the matter.
    pub fn what(self) -> &'static str {
        match self {
            Self::NoSnapshot => "no snapshot of its source",
            Self::TooShort => "fewer than 12 characters in one piece",
            Self::SeveralPlaces => "it stands in several places",
            Self::ContextInSeveralPlaces => "its `context` stands in several places",
            Self::ContextAbsent => "its `context` is not in the snapshot",
            Self::ContextWithoutQuote => "its `context` does not hold the quote",
            Self::NoOriginal => "a translation",
            Self::TooManyQuotes => "too many quotes to look for at once",
            Self::Unreadable => "the snapshot cannot be read",
            Self::Empty => "the snapshot is empty",
            Self::NoWords => "the snapshot has no words in it",
            Self::Unfilled => {
                "the snapshot has hardly a word but for menus and the like: a script may fill the page"
            }
            Self::Pdf => "the snapshot is a PDF, and was looked in by a brief that reads none",
            Self::ScannedPdf => "the snapshot is a PDF with pictures of pages: no text is in them",
            Self::EncryptedPdf => "the snapshot is a PDF that only its password opens",
            Self::BrokenPdf => "the snapshot is a PDF, and damaged or cut off",
            Self::UnmappedPdf => {
                "the snapshot is a PDF whose fonts do not say which letters they set"
            }
            Self::Packed => "the snapshot is a document of an office program or a packed file",
            Self::WebArchive => {
                "the snapshot is a web archive of Safari or a message, and parts of it are not read"
            }
            Self::BrokenArchive => {
                "the snapshot is an archive or a message, and damaged, cut off or without a page that it names"
            }
            Self::NoPage => "the snapshot is a web archive, and no page that was found is in it",
            Self::Picture => "the snapshot is a picture, sound or film",
            Self::Compressed => "the snapshot is compressed",
            Self::BrokenGzip => "the snapshot is compressed by gzip, and damaged or cut off",
            Self::OpensTooLarge => "the snapshot is compressed, and opens to more than is read",
            Self::NotText => "the snapshot is no text",
            Self::Undecodable => "the passage cannot be read in its encoding",
            Self::LostCharacters => {
                "characters of the passage were lost before the snapshot was saved: `�` or a code stands for them"
            }
            Self::OutOfOrder => {
                "the words stand there only in another order, or without lines between them: column by column, or from right to left"
            }
            Self::MarkedUp => {
                "the words stand there only without what may be none of them: marks of a form (Markdown, HTML, JSON, wikis) or of directions, notes, addresses, names of speakers or remarks"
            }
            Self::PageBreak => {
                "between its words stand lines that are numbers or times, or may be the foot and head of pages"
            }
            Self::BrokenWord => {
                "it begins or ends where a word or number may go on (at a hyphen, a minus, a space between digits), or words have other spaces there"
            }
            Self::OtherEncoding => {
                "the words stand there only if the snapshot is read in another encoding"
            }
            Self::Hidden => "the words stand only in a part of the page that is hidden",
            Self::Unsure => "the page does not tell whether a reader sees the words so",
            Self::Tangled => "the snapshot is too tangled to say what a reader sees of it",
        }
    }

    /// Says what is the matter with a passage, and what to do about it.
    pub fn of_passage(self) -> (&'static str, Option<&'static str>) {
        if self == Self::TooShort {
            return ("fewer than 12 characters", Some("give more of its words"));
        }
        let help = if self == Self::SeveralPlaces {
            Some("give more of its first and of its last words")
        } else if self == Self::BrokenWord {
            Some("begin and end it with a whole word or number")
        } else {
            self.help()
        };
        (self.what(), help)
    }

    /// Says whether a quote was looked for, and what of it was found leaves it open whether it stands
    /// there.
    pub fn was_looked_for(self) -> bool {
        !self.is_of_snapshot()
            && !matches!(
                self,
                Self::TooShort | Self::TooManyQuotes | Self::NoOriginal | Self::Tangled
            )
    }

    /// Says whether only locks of the third format have it.
    pub fn is_of_saved_forms(self) -> bool {
        matches!(
            self,
            Self::ScannedPdf
                | Self::EncryptedPdf
                | Self::BrokenPdf
                | Self::UnmappedPdf
                | Self::BrokenArchive
                | Self::NoPage
        )
    }

    /// Says whether no quote could be looked for in the snapshot.
    pub fn is_of_snapshot(self) -> bool {
        matches!(
            self,
            Self::NoSnapshot
                | Self::Unreadable
                | Self::Empty
                | Self::NoWords
                | Self::Unfilled
                | Self::Pdf
                | Self::ScannedPdf
                | Self::EncryptedPdf
                | Self::BrokenPdf
                | Self::UnmappedPdf
                | Self::Packed
                | Self::WebArchive
                | Self::BrokenArchive
                | Self::NoPage
                | Self::Picture
                | Self::Compressed
                | Self::BrokenGzip
                | Self::OpensTooLarge
                | Self::NotText
        )
    }

    /// Says what to do about it, if that is not plain.
    pub fn help(self) -> Option<&'static str> {
        Some(match self {
            Self::NoSnapshot | Self::TooManyQuotes | Self::Pdf => return None,
            Self::TooShort | Self::SeveralPlaces => "give `context`, which holds it",
            Self::ContextInSeveralPlaces => "give more",
            Self::ContextAbsent | Self::ContextWithoutQuote => {
                "give words of the source that hold the quote"
            }
            Self::NoOriginal => "give its `original`",
            Self::Empty
            | Self::BrokenGzip
            | Self::BrokenPdf
            | Self::BrokenArchive
            | Self::NoPage => "save the source again",
            Self::NoWords | Self::Unfilled => {
                "save the text that a browser shows, as `.txt`, or the page once it is filled"
            }
            Self::ScannedPdf => "write the words that you quote down, as `.txt`",
            Self::EncryptedPdf => "print it to a PDF without a password",
            Self::UnmappedPdf | Self::Packed => "save its text as `.txt`",
            Self::WebArchive => "save the page as HTML alone, or its text as `.txt`",
            Self::Picture => "write its words down, as `.txt`",
            Self::Compressed => "unpack it",
            Self::OpensTooLarge => "save the text alone, as `.txt`",
            Self::NotText => "save the source as HTML, or its text as `.txt`",
            Self::PageBreak => "take them out of the `.txt`",
            Self::BrokenWord => "quote whole words and numbers, or mend the spaces in the `.txt`",
            Self::Unreadable => "let it be a file that can be read",
            Self::LostCharacters => "save the source again, from where they are whole",
            Self::MarkedUp => {
                "save it as `.md` or `.html` if it is that, or its words alone, as `.txt`"
            }
            Self::OutOfOrder => {
                "set the passage in its order, and without other lines, in the `.txt`"
            }
            Self::Undecodable | Self::OtherEncoding => "save it again, in Unicode (UTF-8)",
            Self::Hidden => "save what a browser shows, as `.txt`, if it shows them",
            Self::Unsure | Self::Tangled => "save the text that a browser shows, as `.txt`",
        })
    }
}
