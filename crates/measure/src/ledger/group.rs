//! Lines grouped by customer.

use hashbrown::HashTable;

use crate::book::hash_of;

/// The lines of the customers of one shard, first as they come, then grouped.
/// Small enough to stay in the cache: a shard is a 256th of the customers.
#[derive(Debug)]
pub(super) struct Groups<L> {
    table: HashTable<u32>,
    people: Vec<Person>,
    ids: Vec<u8>,
    whose: Vec<u32>,
    lines: Vec<L>,
    grouped: Vec<L>,
}

/// Where an id is and how many lines it has: kept small, as every line looks
/// its person up.
#[derive(Debug, Clone, Copy)]
struct Person {
    id: usize,
    length: u32,
    lines: u32,
}

impl Person {
    fn id<'a>(&self, ids: &'a [u8]) -> &'a [u8] {
        &ids[self.id..self.id + self.length as usize]
    }

    /// The first bytes of the id, which decide most comparisons.
    fn prefix(&self, ids: &[u8]) -> u64 {
        let mut prefix = [0; 8];
        let id = self.id(ids);
        let length = id.len().min(8);
        prefix[..length].copy_from_slice(&id[..length]);
        u64::from_be_bytes(prefix)
    }
}

impl<L> Default for Groups<L> {
    fn default() -> Self {
        Self {
            table: HashTable::new(),
            people: Vec::new(),
            ids: Vec::new(),
            whose: Vec::new(),
            lines: Vec::new(),
            grouped: Vec::new(),
        }
    }
}

impl<L: Copy> Groups<L> {
    /// Forgets every line and keeps the room.
    pub(super) fn clear(&mut self) {
        self.table.clear();
        self.people.clear();
        self.ids.clear();
        self.whose.clear();
        self.lines.clear();
    }

    /// Adds a line of the customer called `id`.
    pub(super) fn push(&mut self, id: &[u8], line: L) {
        let Self { table, people, ids, .. } = self;
        let hash = hash_of(id);
        let is_same = |&index: &u32| people[index as usize].id(ids) == id;
        let index = if let Some(&index) = table.find(hash, is_same) {
            index
        } else {
            let index = people.len() as u32;
            people.push(Person { id: ids.len(), length: id.len() as u32, lines: 0 });
            ids.extend_from_slice(id);
            table.insert_unique(hash, index, |&index| hash_of(people[index as usize].id(ids)));
            index
        };
        people[index as usize].lines += 1;
        self.whose.push(index);
        self.lines.push(line);
    }

    /// How many lines there are.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// Hands over each customer with their lines, by id; the lines in no
    /// particular order.
    pub(super) fn each(&mut self, mut each: impl FnMut(&[u8], &mut [L])) {
        let Self { people, ids, whose, lines, grouped, .. } = self;
        let Some(&any) = lines.first() else { return };
        let mut by_id: Vec<(u64, u32)> =
            (0..).zip(&*people).map(|(index, person)| (person.prefix(ids), index)).collect();
        by_id.sort_unstable_by(|a, b| {
            let id = |index: u32| people[index as usize].id(ids);
            a.0.cmp(&b.0).then_with(|| id(a.1).cmp(id(b.1)))
        });
        let mut next = vec![0; people.len()];
        let mut start = 0;
        for &(_, index) in &by_id {
            next[index as usize] = start;
            start += people[index as usize].lines as usize;
        }
        grouped.clear();
        grouped.resize(lines.len(), any);
        for (line, &index) in lines.iter().zip(&*whose) {
            let place = &mut next[index as usize];
            grouped[*place] = *line;
            *place += 1;
        }
        let mut rest = grouped.as_mut_slice();
        for &(_, index) in &by_id {
            let person = &people[index as usize];
            let lines = rest.split_off_mut(..person.lines as usize).unwrap_or_default();
            each(person.id(ids), lines);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_back_by_customer_and_customers_by_id() {
        let mut groups = Groups::default();
        for _ in 0..2 {
            groups.clear();
            for (id, line) in [("bb", 1), ("a", 2), ("aaaaaaaab", 3), ("bb", 4), ("aaaaaaaaa", 5)] {
                groups.push(id.as_bytes(), line);
            }
            let mut met = Vec::new();
            groups.each(|id, lines| {
                lines.sort_unstable();
                met.push((String::from_utf8_lossy(id).into_owned(), lines.to_vec()));
            });
            let expected = [
                ("a", vec![2]),
                ("aaaaaaaaa", vec![5]),
                ("aaaaaaaab", vec![3]),
                ("bb", vec![1, 4]),
            ];
            assert!(met.iter().map(|(id, lines)| (id.as_str(), lines.clone())).eq(expected));
        }
    }
}
