//! Digits: a number as the digits that are written of it, ready to be held against those of others.

use rust_decimal::Decimal;

/// Numbers further apart than this many powers of ten have no ratio that a decimal holds.
const MOST_TENS: u32 = 28;

/// The digits of a number without the zeros around them, and the power of ten of the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digits {
    /// Four bits a digit, the last one lowest.
    packed: u128,
    /// How many there are; one for zero.
    pub count: u32,
    tens: i32,
}

impl Digits {
    /// The digits of a number, whatever its sign.
    pub fn of(n: Decimal) -> Digits {
        let (mut left, mut tens) = (n.mantissa().unsigned_abs(), -(n.scale() as i32));
        if left == 0 {
            return Digits { packed: 0, count: 1, tens: 0 };
        }
        let (mut packed, mut count) = (0, 0);
        let mut take = |digit: u64| {
            if count == 0 && digit == 0 {
                tens += 1;
            } else {
                packed |= u128::from(digit) << (4 * count);
                count += 1;
            }
        };
        // Few numbers are so long that they must be divided the slow way.
        while left > u128::from(u64::MAX) {
            take((left % 10) as u64);
            left /= 10;
        }
        let mut left = left as u64;
        while left > 0 {
            take(left % 10);
            left /= 10;
        }
        Digits { packed, count, tens }
    }

    /// How many powers of ten lie between two numbers of the same digits; none for other digits, and none where they
    /// are one number or nothing.
    pub fn tens_between(&self, other: &Digits) -> Option<u32> {
        let apart = self.tens.abs_diff(other.tens);
        (self.packed == other.packed && self.packed != 0 && (1..=MOST_TENS).contains(&apart)).then_some(apart)
    }

    /// A number that is the same for all that have the same digits in any order, zeros apart, at any power of ten; none
    /// for few digits, which many numbers have.
    pub fn mixed(&self) -> Option<u64> {
        const MANY: u32 = 5;
        let digit = |at: u32| (self.packed >> (4 * at)) as u32 & 0xF;
        let worth = |digit: u32| if digit == 0 { 0 } else { 1 << (5 * digit) };
        (self.count >= MANY).then(|| (0..self.count).map(|at| worth(digit(at))).sum())
    }

    /// Whether the number is five times some power of ten, or ends so: it was brought to a round number.
    pub fn ends_in_five(&self) -> bool {
        matches!(self.packed & 0xF, 0 | 5)
    }

    /// Its first digit.
    pub fn first(&self) -> u32 {
        (self.packed >> (4 * (self.count - 1))) as u32 & 0xF
    }

    /// What its last digit that is no zero is worth.
    pub fn worth(&self) -> Option<Decimal> {
        match u32::try_from(self.tens) {
            Ok(tens) => 10_i64.checked_pow(tens).map(Decimal::from),
            Err(_) => Decimal::try_new(1, self.tens.unsigned_abs()).ok(),
        }
    }

    /// Whether the one has a digit more than the other, and is else the same: 17 and 177, 2043 and 20743. Zeros at the end
    /// are no digits here.
    pub fn have_one_more(&self, other: &Digits) -> bool {
        let (long, short) = if self.count > other.count { (self, other) } else { (other, self) };
        if long.count != short.count + 1 || long.tens != short.tens {
            return false;
        }
        // Up to the digit where they part, and beyond it, they are the same.
        let same = (long.packed ^ short.packed).trailing_zeros() / 4;
        long.packed >> (4 * (same + 1)) == short.packed >> (4 * same)
    }

    /// Whether they are as long as each other and differ in one digit that is not the last: 214 and 224. A number that
    /// has grown a little has another last digit.
    pub fn differ_within(&self, other: &Digits) -> bool {
        let unlike = self.packed ^ other.packed;
        let one = unlike != 0 && unlike.trailing_zeros() / 4 == (127 - unlike.leading_zeros()) / 4;
        self.count == other.count && self.tens == other.tens && one && unlike.trailing_zeros() >= 4
    }

    /// How many digits both of two numbers have that are written down to `precision`, where swapping two digits of the one
    /// makes the other: also one of its zeros at the end, as in 120 and 102, but a round number has few digits.
    pub fn swapped_with(&self, other: &Digits, precision: Decimal) -> Option<u32> {
        let (least, digits) = (self.tens.min(other.tens), self.count.min(other.count));
        let (one, other) = match (self.down_to(least), other.down_to(least)) {
            (Some(one), Some(other)) if Digits::of(precision).tens <= least => (one, other),
            _ => (*self, *other),
        };
        one.are_swapped(&other).then_some(digits)
    }

    /// The digits down to that of a power of ten, zeros at the end included.
    fn down_to(&self, tens: i32) -> Option<Digits> {
        let zeros = u32::try_from(self.tens - tens).ok().filter(|zeros| self.count + zeros <= MOST_TENS)?;
        Some(Digits { packed: self.packed << (4 * zeros), count: self.count + zeros, tens })
    }

    fn are_swapped(&self, other: &Digits) -> bool {
        let unlike = self.packed ^ other.packed;
        if self.count != other.count || unlike == 0 {
            return false;
        }
        let low = unlike.trailing_zeros() / 4;
        let high = (127 - unlike.leading_zeros()) / 4;
        let digit = |digits: &Digits, at: u32| digits.packed >> (4 * at) & 0xF;
        let only_two = unlike & !(0xF << (4 * low)) & !(0xF << (4 * high)) == 0;
        only_two && low != high && digit(self, low) == digit(other, high) && digit(self, high) == digit(other, low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Digits {
        Digits::of(text.parse().expect("a number"))
    }

    #[test]
    fn zeros_around_a_number_are_no_digits_of_it() {
        for (text, count) in [("0", 1), ("0.00", 1), ("500", 1), ("97.40", 3), ("-0.0035", 2), ("20503", 5)] {
            assert_eq!(of(text).count, count, "{text}");
        }
        let longest = of("79228162514264337593543950335");
        assert_eq!(longest.count, 29);
    }

    #[test]
    fn numbers_of_the_same_digits_are_powers_of_ten_apart() {
        for (a, b, tens) in [
            ("97.4", "974", Some(1)),
            ("97.4", "97.40", None),
            ("500", "5000", Some(1)),
            ("0.5", "-5000", Some(4)),
            ("0", "0", None),
            ("12", "21", None),
        ] {
            assert_eq!((of(a).tens_between(&of(b)), of(b).tens_between(&of(a))), (tens, tens), "{a} {b}");
        }
    }

    #[test]
    fn one_digit_is_too_many() {
        for (a, b, more) in [
            ("17", "177", true),
            ("17", "117", true),
            ("17", "147", true),
            ("17", "174", true),
            ("17", "417", true),
            ("2043", "20743", true),
            ("1.5", "11.5", true),
            ("17", "170", false),
            ("17", "1777", false),
            ("17", "71", false),
            ("17", "718", false),
            ("17", "17", false),
            ("7", "77", true),
            ("0", "5", false),
        ] {
            assert_eq!((of(a).have_one_more(&of(b)), of(b).have_one_more(&of(a))), (more, more), "{a} {b}");
        }
    }

    #[test]
    fn the_first_digit_is_that_before_all_others() {
        for (text, first) in [("97.40", 9), ("0.0035", 3), ("5000", 5), ("0", 0)] {
            assert_eq!(of(text).first(), first, "{text}");
        }
    }

    #[test]
    fn one_digit_is_another() {
        for (a, b, other) in [
            ("214", "224", true),
            ("12400", "13400", true),
            ("65", "45", true),
            ("48.6", "43.6", true),
            ("214", "215", false),
            ("214", "234.5", false),
            ("65", "650", false),
            ("70", "40", false),
            ("214", "325", false),
            ("214", "214", false),
        ] {
            assert_eq!((of(a).differ_within(&of(b)), of(b).differ_within(&of(a))), (other, other), "{a} {b}");
        }
    }

    #[test]
    fn two_digits_are_swapped() {
        for (a, b, precision, swapped) in [
            ("254.30", "245.3", "0.01", Some(4)),
            ("31215", "31512", "1", Some(5)),
            ("53", "35", "1", Some(2)),
            ("120", "102", "1", Some(2)),
            ("1520", "1502", "1", Some(3)),
            ("1200", "2100", "1", Some(2)),
            ("1.50", "1.05", "0.01", Some(2)),
            ("1.5", "1.05", "0.1", None),
            ("12", "10.2", "1", None),
            ("12", "210", "1", None),
            ("12", "12", "1", None),
            ("10", "100", "1", None),
            ("123", "231", "1", None),
            ("1234", "2143", "1", None),
            ("13", "15", "1", None),
            ("120", "201", "1", None),
        ] {
            let precision = precision.parse().expect("a number");
            let there = of(a).swapped_with(&of(b), precision);
            assert_eq!((there, of(b).swapped_with(&of(a), precision)), (swapped, swapped), "{a} {b}");
        }
    }
}
