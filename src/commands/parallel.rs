//! Work on many files at once.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// Does the work on every item and returns what came of each, in the order of the items.
///
/// One item is worked on here: to start threads would take longer than a small page.
pub(super) fn each<I, O>(mut items: Vec<I>, work: impl Fn(I) -> O + Send + Sync) -> Vec<O>
where
    I: Send,
    O: Send,
{
    if items.len() == 1 {
        return items.drain(..).map(work).collect();
    }
    items.into_par_iter().map(work).collect()
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn results_stand_in_the_order_of_the_items() {
        let numbers: Vec<usize> = (0..1000).collect();
        let same = each(numbers.clone(), |number| {
            // The first ones take longest.
            let rounds = (1000 - number) * 10;
            std::hint::black_box((0..rounds).sum::<usize>());
            number
        });
        assert_eq!(same, numbers);
        assert_eq!(each(vec![7], |number| number + 1), [8]);
        assert!(each(Vec::<usize>::new(), |number| number).is_empty());
    }
}
