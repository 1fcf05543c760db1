//! How many different numbers there are among many, in memory that does not grow
//! with them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read as _, Seek as _, Write as _};

/// So many are kept in memory, 32 MiB of them; the others wait in temporary files.
const TOGETHER: usize = 1 << 22;

/// Numbers, of which it is asked how many differ.
#[derive(Debug)]
pub(super) struct Different {
    waiting: Vec<u64>,
    together: usize,
    put_aside: Vec<Ordered>,
}

impl Default for Different {
    fn default() -> Self {
        Self::of(TOGETHER)
    }
}

impl Different {
    /// None yet; so many stay in memory.
    fn of(together: usize) -> Self {
        Self { waiting: Vec::new(), together, put_aside: Vec::new() }
    }

    /// Takes a number.
    ///
    /// # Errors
    /// Where it does not fit in memory and cannot be put aside.
    pub fn insert(&mut self, number: u64) -> io::Result<()> {
        self.waiting.push(number);
        if self.waiting.len() >= self.together {
            self.put_in_order();
            // Where most were the same there is room again.
            if self.waiting.len() > self.together / 2 {
                self.put_aside.push(Ordered::of(&self.waiting)?);
                self.waiting.clear();
            }
        }
        Ok(())
    }

    /// How many differ.
    ///
    /// # Errors
    /// Where what was put aside cannot be read.
    pub fn count(&mut self) -> io::Result<u64> {
        self.put_in_order();
        let mut sources: Vec<Box<dyn Iterator<Item = io::Result<u64>> + '_>> =
            vec![Box::new(self.waiting.iter().map(|number| Ok(*number)))];
        for ordered in &self.put_aside {
            sources.push(Box::new(ordered.numbers()?));
        }
        let mut next = BinaryHeap::new();
        for (place, source) in sources.iter_mut().enumerate() {
            if let Some(number) = source.next() {
                next.push(Reverse((number?, place)));
            }
        }
        let (mut count, mut last) = (0, None);
        while let Some(Reverse((number, place))) = next.pop() {
            if last != Some(number) {
                count += 1;
                last = Some(number);
            }
            if let Some(number) = sources[place].next() {
                next.push(Reverse((number?, place)));
            }
        }
        Ok(count)
    }

    fn put_in_order(&mut self) {
        self.waiting.sort_unstable();
        self.waiting.dedup();
    }
}

/// Numbers in a temporary file, the smallest first. It has no name, so the
/// system takes it back however the process ends.
#[derive(Debug)]
struct Ordered {
    file: File,
    numbers: usize,
}

impl Ordered {
    fn of(numbers: &[u64]) -> io::Result<Self> {
        let file = tempfile::tempfile()?;
        let mut to = BufWriter::new(&file);
        for number in numbers {
            to.write_all(&number.to_le_bytes())?;
        }
        to.flush()?;
        drop(to);
        Ok(Self { file, numbers: numbers.len() })
    }

    fn numbers(&self) -> io::Result<impl Iterator<Item = io::Result<u64>>> {
        let mut file = &self.file;
        file.rewind()?;
        let mut from = BufReader::new(file);
        let mut bytes = [0; size_of::<u64>()];
        let next = move |_| from.read_exact(&mut bytes).map(|()| u64::from_le_bytes(bytes));
        Ok((0..self.numbers).map(next))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn as_many_differ_as_in_a_set(
            numbers in proptest::collection::vec(0_u64..200, 0..400),
            together in 4_usize..64,
        ) {
            let mut different = Different::of(together);
            let mut known = BTreeSet::new();
            for number in numbers {
                different.insert(number).unwrap();
                known.insert(number);
            }
            prop_assert_eq!(different.count().unwrap(), known.len() as u64);
            prop_assert_eq!(different.count().unwrap(), known.len() as u64, "asked again");
        }
    }

    #[test]
    fn what_differs_does_not_stay_in_memory() {
        let mut different = Different::of(8);
        for number in 0..100 {
            different.insert(number).unwrap();
            assert!(different.waiting.len() < 8);
        }
        assert_eq!(different.put_aside.len(), 12);
        assert_eq!(different.count().unwrap(), 100);
    }
}
