//! Text that a component is given to show.

use std::borrow::Cow;
use std::rc::Rc;

use super::part::{IntoPart, Part};
use crate::i18n::Text;

/// A text of ours, or one that is made; it follows the language and whatever it is made from.
#[derive(Clone)]
pub enum Words {
    Text(Text),
    Made(Rc<dyn Make>),
}

/// A way to a text. (A trait of its own: a `dyn Fn` brings three functions for each closure.)
pub trait Make {
    fn make(&self) -> Cow<'static, str>;
}

impl<F: Fn() -> T, T: Into<Cow<'static, str>>> Make for F {
    fn make(&self) -> Cow<'static, str> {
        self().into()
    }
}

impl Words {
    /// The text as it is now; tracks what it depends on.
    #[must_use]
    pub fn get(&self) -> Cow<'static, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text.now()),
            Self::Made(made) => made.make(),
        }
    }
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self::from(move || text.clone())
    }
}

impl<F: Fn() -> T + 'static, T: Into<Cow<'static, str>>> From<F> for Words {
    fn from(make: F) -> Self {
        Self::Made(Rc::new(make))
    }
}

impl IntoPart for Words {
    fn into_part(self) -> Part {
        match self {
            Self::Text(text) => Part::Words(text),
            made @ Self::Made(_) => (move || made.get()).into_part(),
        }
    }
}
