// SPDX-License-Identifier: EUPL-1.2
//! The formulas of Swing, as far as they are a sum, or a sum divided by a sum, times a number:
//! `A/B*100`, `(A+B)/C*1000`. Every other one is not read.

/// A formula is no longer than this, and no deeper.
const LONGEST: usize = 2_000;
const DEEPEST: usize = 20;

/// What a formula computes.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// The counts whose sum is divided.
    pub numerator: Vec<String>,
    /// The counts by whose sum it is divided; none where nothing is.
    pub denominator: Vec<String>,
    /// What the quotient is multiplied with.
    pub factor: f64,
}

/// Reads a formula; `None` for one of another shape.
///
/// ```
/// use kansrijke_start::prepare::read::swing::formula;
///
/// let read = formula("(rookt_ja + rookt_soms) / rookt_n * 100").unwrap();
/// assert_eq!(read.numerator, ["rookt_ja", "rookt_soms"]);
/// assert_eq!(read.denominator, ["rookt_n"]);
/// assert_eq!(read.factor, 100.0);
/// assert_eq!(formula("100 * A / B"), formula("A/B*100"));
/// assert_eq!(formula("A - B"), None);
/// assert_eq!(formula("A / B / C"), None);
/// ```
pub fn parse(text: &str) -> Option<Formula> {
    if text.len() > LONGEST {
        return None;
    }
    let text = text.trim().trim_start_matches('=');
    let mut reader = Reader { tokens: tokens(text)?, at: 0 };
    let formula = reader.sum(0)?;
    (reader.at == reader.tokens.len() && !formula.numerator.is_empty()).then_some(formula)
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(f64),
    Name(String),
    Sign(char),
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            c if c.is_whitespace() => {}
            '+' | '*' | '/' | '(' | ')' => tokens.push(Token::Sign(sign)),
            '[' => {
                let mut name = String::new();
                loop {
                    match signs.next()? {
                        ']' => break,
                        c => name.push(c),
                    }
                }
                tokens.push(Token::Name(name.trim().to_string()));
            }
            c if c.is_alphanumeric() || c == '_' => {
                let mut word = String::from(c);
                while let Some(c) =
                    signs.next_if(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | ','))
                {
                    word.push(c);
                }
                let number = word.replace(',', ".").parse::<f64>().ok().filter(|n| n.is_finite());
                let is_number =
                    word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
                tokens.push(match number.filter(|_| is_number) {
                    Some(number) => Token::Number(number),
                    None => Token::Name(word),
                });
            }
            _ => return None,
        }
    }
    Some(tokens)
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
}

impl Reader {
    fn take(&mut self, sign: char) -> bool {
        let is_next = self.tokens.get(self.at) == Some(&Token::Sign(sign));
        self.at += usize::from(is_next);
        is_next
    }

    fn sum(&mut self, depth: usize) -> Option<Formula> {
        let mut sum = self.product(depth)?;
        while self.take('+') {
            let other = self.product(depth)?;
            let is_sum = |f: &Formula| f.denominator.is_empty() && f.factor == 1.0;
            if !is_sum(&sum) || !is_sum(&other) || other.numerator.is_empty() {
                return None;
            }
            sum.numerator.extend(other.numerator);
        }
        Some(sum)
    }

    fn product(&mut self, depth: usize) -> Option<Formula> {
        let mut product = self.operand(depth)?;
        loop {
            if self.take('*') {
                let other = self.operand(depth)?;
                product = match (product.is_number(), other.is_number()) {
                    (_, true) => Formula { factor: product.factor * other.factor, ..product },
                    (true, _) => Formula { factor: product.factor * other.factor, ..other },
                    (false, false) => return None,
                };
            } else if self.take('/') {
                let other = self.operand(depth)?;
                if !other.denominator.is_empty() || other.factor == 0.0 {
                    return None;
                }
                if !other.is_number() && !product.denominator.is_empty() {
                    return None;
                }
                product.factor /= other.factor;
                product.denominator.extend(other.numerator);
            } else {
                return product.factor.is_finite().then_some(product);
            }
        }
    }

    fn operand(&mut self, depth: usize) -> Option<Formula> {
        if depth >= DEEPEST {
            return None;
        }
        if self.take('(') {
            let inside = self.sum(depth + 1)?;
            return self.take(')').then_some(inside);
        }
        let token = self.tokens.get(self.at)?.clone();
        self.at += 1;
        let (numerator, factor) = match token {
            Token::Number(factor) => (Vec::new(), factor),
            Token::Name(name) => (vec![name], 1.0),
            Token::Sign(_) => return None,
        };
        Some(Formula { numerator, denominator: Vec::new(), factor })
    }
}

impl Formula {
    fn is_number(&self) -> bool {
        self.numerator.is_empty() && self.denominator.is_empty()
    }
}
