//! Says through which texts the claims came: the finding that heads the claim strip.

use super::describer::Describer;
use super::segments::Description;
use crate::analysis::texts::{Others, Spread};

impl<'a> Describer<'a> {
    /// Says how many claims rest on one text and by what the others came; nothing where nobody but the
    /// writer makes a claim.
    pub(crate) fn finding(&self) -> Option<Description<'a>> {
        let spread = Spread::of(self.brief, self.analysis);
        let locale = self.locale;
        let (all, texts) = (locale.figures(spread.reports), locale.figures(spread.texts));
        let main = spread.most.filter(|(_, count)| count * 2 > spread.reports);
        let Some((source, count)) = main else {
            let most = spread.most.map_or(0, |(_, count)| count);
            return (spread.reports > 0).then(|| {
                described!(
                    locale, FindingSpread, "count": spread.reports, "figures": all,
                    "texts-count": spread.texts, "texts": texts, "most-count": most,
                    "most": locale.figures(most),
                )
            });
        };
        let source = self.source_link(source);
        if count == spread.reports {
            return Some(described!(
                locale, FindingEvery, "count": count, "figures": all, "source": source
            ));
        }
        let figures = locale.figures(count);
        let main = described!(
            locale, FindingMain, "count": count, "figures": figures, "all": all, "source": source
        );
        let rest = spread.reports - count;
        let figures = locale.figures(rest);
        Some(match spread.others {
            Others::None => main,
            Others::One(other) => described!(
                locale, FindingOthersOne, "main": main, "count": rest, "figures": figures,
                "source": self.source_link(other),
            ),
            Others::Several(texts) => described!(
                locale, FindingOthersSeveral, "main": main, "count": rest, "figures": figures,
                "texts-count": texts, "texts": locale.figures(texts),
            ),
            Others::Unknown => described!(
                locale, FindingOthersUnknown, "main": main, "count": rest, "figures": figures,
            ),
        })
    }
}
