//! Letters that stand for names: A to Z, then AA, AB and so on, as columns of a spreadsheet are named.

/// The letters of this rank, which begins at nought.
#[must_use]
pub fn letter(rank: usize) -> String {
    let (mut letters, mut left) = (Vec::new(), rank + 1);
    while left > 0 {
        letters.push(u8::try_from((left - 1) % 26).map_or('?', |place| char::from(b'A' + place)));
        left = (left - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_run_on_after_the_alphabet() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letter), ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
    }
}
