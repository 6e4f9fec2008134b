// SPDX-License-Identifier: EUPL-1.2
//! Things that have words in every language of the program.

use crate::request::Language;

/// What can be put into words.
pub trait Say {
    /// In the words of a language.
    fn say(&self, language: Language) -> String;
}

/// An enum of messages. Behind each stand its words in Dutch and in English, in which its fields
/// are named; each field is put into words of the same language.
macro_rules! messages {
    (
        $(#[$about:meta])*
        $name:ident {
            $($message:ident $(($($field:ident: $type:ty),+))? => $dutch:literal, $english:literal;)+
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {
            $(#[doc = concat!("`", $english, "`")] $message $(($($type),+))?,)+
        }

        impl $crate::prepare::message::Say for $name {
            fn say(&self, language: $crate::request::Language) -> String {
                #[allow(unused_imports, reason = "messages without fields do not use it")]
                use $crate::prepare::message::Say as _;
                match self {
                    $(Self::$message $(($($field),+))? => {
                        $($(let $field = $field.say(language);)+)?
                        language.either(format!($dutch), format!($english))
                    })+
                }
            }
        }
    };
}
pub(crate) use messages;

impl<T: Say> Say for Box<T> {
    fn say(&self, language: Language) -> String {
        self.as_ref().say(language)
    }
}

/// Names, codes and keys are the same in every language.
impl Say for String {
    fn say(&self, _: Language) -> String {
        self.clone()
    }
}

/// So are the names of keys.
impl Say for &'static str {
    fn say(&self, _: Language) -> String {
        (*self).to_string()
    }
}

macro_rules! whole {
    ($($number:ty),+) => {
        $(impl Say for $number {
            fn say(&self, _: Language) -> String {
                self.to_string()
            }
        })+
    };
}
whole!(u16, u32, u64, usize, i32);

/// Without signs between its thousands.
impl Say for f64 {
    fn say(&self, language: Language) -> String {
        language.either(self.to_string().replace('.', ","), self.to_string())
    }
}
