//! A survey in the words of whoever answers it: somebody who answers on behalf of another reads of "them", not of "you", where
//! the survey has words for that. Nothing else about the survey changes: the same questions, options, rules and scores.

use super::definition::{Choice, Definition, Item, Kind, Respondent};
use super::text::LocalText;

impl Definition {
    /// The survey as that respondent reads it.
    #[must_use]
    pub fn worded_for(&self, who: Respondent) -> Self {
        match who {
            Respondent::Proxy => Self { items: of_another(&self.items), ..self.clone() },
            Respondent::Self_ | Respondent::Carer => self.clone(),
        }
    }

    /// True when some of its words differ for somebody who answers on behalf of another.
    #[must_use]
    pub fn speaks_of_another(&self) -> bool {
        self.walk().any(|item| {
            let options = item.options().iter().flat_map(|option| std::iter::once(&option.label).chain(&option.hint));
            std::iter::once(&item.text).chain(&item.help).chain(options).any(|text| text.otherwise().is_some())
        })
    }
}

fn of_another(items: &[Item]) -> Vec<Item> {
    let item = |item: &Item| Item {
        text: item.text.of_another(),
        help: item.help.as_ref().map(LocalText::of_another),
        kind: match &item.kind {
            Kind::Choice { options, open } => Kind::Choice { options: options.iter().map(option).collect(), open: *open },
            other => other.clone(),
        },
        items: of_another(&item.items),
        ..item.clone()
    };
    items.iter().map(item).collect()
}

fn option(option: &Choice) -> Choice {
    Choice { label: option.label.of_another(), hint: option.hint.as_ref().map(LocalText::of_another), ..option.clone() }
}
