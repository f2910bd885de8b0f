//! `relations.toml`.

use super::{Lexicon, LexiconError, read};
use crate::lexicon::{Kinds, Relation};
use std::collections::BTreeMap;

impl Lexicon {
    pub(super) fn load_relations(&mut self) -> Result<(), LexiconError> {
        let lists: BTreeMap<Relation, Vec<String>> = read("relations.toml")?;
        self.facts.paces = Relation::PER.map(|per| lists.get(&per).into_iter().flatten().map(Into::into).collect());
        for (relation, phrases) in lists {
            for phrase in phrases {
                self.relations.add(&phrase, relation, Kinds::NONE);
            }
        }
        Ok(())
    }
}
