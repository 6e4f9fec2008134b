// SPDX-License-Identifier: EUPL-1.2
//! Where a share of ordered numbers lies.

/// The value below which the share `p` of `ordered` lies, between neighbours by proportion:
/// with n numbers the place h = (n − 1)p, counted from 0 (Hyndman and Fan 1996, The American
/// Statistician 50: 361-365, type 7; what R and spreadsheets give). `None` without numbers.
///
/// `ordered` goes from the lowest to the highest; `p` lies in [0, 1].
///
/// ```
/// use kansrijke_start::stats::quantile::quantile;
///
/// // Six numbers: h = 5 × 0.25 = 1.25, so a quarter of the way from 4 to 8.
/// let numbers = [2.0, 4.0, 8.0, 9.0, 11.0, 20.0];
/// assert_eq!(quantile(&numbers, 0.25), Some(5.0));
/// // h = 5 × 0.75 = 3.75: three quarters of the way from 9 to 11.
/// assert_eq!(quantile(&numbers, 0.75), Some(10.5));
/// assert_eq!((quantile(&numbers, 0.0), quantile(&numbers, 1.0)), (Some(2.0), Some(20.0)));
/// assert_eq!(quantile(&[], 0.5), None);
/// ```
pub fn quantile(ordered: &[f64], p: f64) -> Option<f64> {
    let place = ordered.len().checked_sub(1)? as f64 * p;
    let before = *ordered.get(place as usize)?;
    let after = ordered.get(place as usize + 1).copied().unwrap_or(before);
    Some(before + (after - before) * place.fract())
}
