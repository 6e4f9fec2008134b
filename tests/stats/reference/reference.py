# SPDX-License-Identifier: EUPL-1.2
"""Writes the reference files beside it: the methods of src/stats once more, by others' code.

    python -m venv VENV && VENV/bin/pip install numpy==2.* scipy==1.* statsmodels==0.14.* mpmath==1.*
    VENV/bin/python tests/stats/reference/reference.py

Seeded, so that a run gives the same cases. What scipy and statsmodels have is taken from there
(tails, quantiles, the studentised range, Wilson's interval, Holm, Benjamini-Hochberg); rounding is
done with exact fractions; the rest is written out with numpy from the papers' formulas.
"""
import json
import math
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import mpmath
import numpy as np
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

HERE = Path(__file__).parent
Z = stats.norm.ppf(0.975)
rng = np.random.default_rng(20260118)


def write(name, cases):
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    (HERE / f"{name}.json").write_text(f"[\n{lines}\n]\n")
    print(f"{name}: {len(cases)}")


def number(value):
    """A number as JSON has it, all digits of it."""
    value = float(value)
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def whole(low, high):
    """A whole number, as likely in each order of magnitude."""
    return int(math.exp(rng.uniform(math.log(low), math.log(high + 1))))


# Tails of counts.


def two_sided(at_most, at_least):
    return min(1.0, 2 * min(at_most, at_least))


def poisson_tails(x, m):
    """At most x, and at least x; scipy's own are right to four digits only in the tails of large means."""
    if m < 1000:
        return float(stats.poisson.cdf(x, m)), float(stats.poisson.sf(x - 1, m))
    with mpmath.workdps(30):
        own = mpmath.exp(-m + x * mpmath.log(m) - mpmath.loggamma(x + 1))
        term, total, k = own, own, x
        while term > total * mpmath.mpf(10) ** -25:
            term, k = (term * mpmath.mpf(k) / m, k - 1) if x < m else (term * m / mpmath.mpf(k + 1), k + 1)
            total += term
        rest = 1 - total + own
        return (float(total), float(rest)) if x < m else (float(rest), float(total))


def tails():
    cases = []
    for nth in range(300):
        if nth % 2:
            n = whole(1, 10**7 if nth % 3 else 300)
            b = float(rng.choice([0.002, 0.02, 0.148, 0.5, 0.9, rng.uniform(0, 1)]))
            away = rng.normal() * 3 * math.sqrt(n * b * (1 - b))
            x = int(np.clip(round(n * b + away), 0, n))
            x = {1: 0, 3: n}.get(nth % 20, x)
            at_most, at_least = stats.binom.cdf(x, n, b), stats.binom.sf(x - 1, n, b)
            cases.append(dict(kind="share", x=x, n=n, b=b, tails=[at_most, at_least]))
        else:
            m = math.exp(rng.uniform(math.log(0.01), math.log(1e7 if nth % 3 else 200)))
            x = max(0, round(m + rng.normal() * 3 * math.sqrt(m)))
            x = {0: 0}.get(nth % 20, x)
            at_most, at_least = poisson_tails(x, m)
            cases.append(dict(kind="rate", x=x, n=1, b=m, tails=[at_most, at_least]))
    return cases


# P values beside a benchmark.


def p_value(kind, x, n, b):
    if kind == "share":
        exact = two_sided(stats.binom.cdf(x, n, b), stats.binom.sf(x - 1, n, b))
        if b in (0, 1):
            return exact
        score = 2 * stats.norm.sf(abs(x - n * b) / math.sqrt(n * b * (1 - b)))
        return max(score, exact)
    m = n * b
    exact = two_sided(*poisson_tails(x, m))
    if x < 10:
        return exact
    byar = [3 * math.sqrt(x) * (1 - 1 / (9 * x) - (m / x) ** (1 / 3)),
            3 * math.sqrt(x + 1) * ((m / (x + 1)) ** (1 / 3) - 1 + 1 / (9 * (x + 1)))]
    return max(min(1, 2 * stats.norm.sf(max(byar))), exact)


def p_values():
    cases = []
    for nth in range(300):
        kind = ["share", "rate"][nth % 2]
        n = whole(5, 10**6)
        b = float(rng.choice([0.0, 0.0045, 0.02, 0.148, 0.5, 0.9]))
        if kind == "share" and nth % 30 == 0:
            b = 1.0
        spread = math.sqrt(n * b * (1 - b)) + 0.5
        x = int(np.clip(round(n * b + rng.normal() * 2.5 * spread), 0, n))
        x = {4: 0, 6: n}.get(nth % 40, x)
        cases.append(dict(kind=kind, x=x, n=n, b=b, p=float(p_value(kind, x, n, b))))
    return cases


# The gap in persons.


def half_up(value, step=1):
    scaled = Fraction(value) / step
    exact = Decimal(scaled.numerator) / Decimal(scaled.denominator)
    # Fractions that end are exact in 28 digits here; others are no ties.
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP)) * step


def limits(kind, x, n):
    if kind == "share":
        return [float(limit) for limit in proportion_confint(x, n, method="wilson")]
    if x < 10:
        lower = stats.chi2.ppf(0.025, 2 * x) / 2 if x else 0.0
        return [lower / n, stats.chi2.ppf(0.975, 2 * x + 2) / 2 / n]
    byar = lambda x, z: x * (1 - 1 / (9 * x) + z / (3 * math.sqrt(x))) ** 3
    return [byar(x, -Z) / n, byar(x + 1, Z) / n]


def gaps():
    cases = []
    for nth in range(300):
        kind = ["share", "rate"][nth % 2]
        factor = 100 if kind == "share" else 1000
        decimals = int(rng.integers(0, 3))
        n = [200, 400, 1000, 2000][nth // 2 % 4] if nth % 3 == 0 else whole(50, 10**6)
        if nth % 50 == 7:
            n = 10**11
        shown = round(float(rng.uniform(0.5, 60)), decimals)
        if nth % 5 == 0:
            shown = [12.25, 4.5, 14.8, 37.5, 6.25][nth // 5 % 5]
        b = Fraction(repr(shown)) / factor
        away = rng.normal() * 4 * math.sqrt(float(b) * n) * (0.02 if nth % 9 == 0 else 1)
        x = int(np.clip(round(float(b) * n + away), 0, n))
        x = {10: 0, 11: n}.get(nth % 60, x)
        years, step = int(rng.choice([1, 1, 3, 6])), int(rng.choice([1, 1, 5, 10, 100]))
        lower, upper = limits(kind, x, n)
        digits = len(repr(shown).split(".")[1].rstrip("0")) if "." in repr(shown) else 0
        case = dict(kind=kind, x=x, n=n, shown=shown, years=years, step=step)
        gap = x - n * b
        if lower <= float(b) <= upper:
            case["outcome"] = "similar"
        elif abs(Fraction(x, n) - b) < Fraction(1, 10**digits * factor):
            case["outcome"] = "coarse"
        else:
            bounds = [half_up(n * limit - n * float(b), step) for limit in (lower, upper)]
            per_year = half_up(gap / years, step) if years > 1 else None
            case.update(outcome="given", gap=[half_up(gap, step), *bounds], exact=float(gap), yearly=per_year)
        cases.append(case)
    return cases


# Quantiles and the studentised range.


def quantiles():
    cases = []
    for nth in range(300):
        p = float(rng.choice([0.025, 0.975]))
        a = math.exp(rng.uniform(math.log(0.3), math.log(1e6)))
        if nth % 2:
            b = math.exp(rng.uniform(math.log(0.3), math.log(1e6)))
            cases.append(dict(shapes=[a, b], p=p, x=float(stats.beta.ppf(p, a, b))))
        else:
            cases.append(dict(shapes=[a], p=p, x=float(stats.gamma.ppf(p, a))))
    return cases


def ranges():
    return [dict(areas=areas, c=float(stats.studentized_range.ppf(0.95, areas, np.inf) / math.sqrt(2)))
            for areas in range(2, 402, 2)]


# Sets of areas.


def scale(kind, x, n):
    return math.asin(math.sqrt(x / n)) if kind == "share" else math.sqrt(x / n)


def is_placed(kind, x, n):
    return x >= 10 and (kind == "rate" or n - x >= 10)


def marginal(kind, first, areas, unknown, own):
    """By statsmodels' Holm over all 2(P − 1) one-sided hypotheses."""
    sign = 1 if first == "highest" else -1
    x, n = areas[own]
    one, ps = scale(kind, x, n), []
    for nth, (y, m) in enumerate(areas):
        if nth != own:
            t = sign * (scale(kind, y, m) - one) / math.sqrt(1 / (4 * n) + 1 / (4 * m))
            ps += [stats.norm.sf(t), stats.norm.sf(-t)]
    ps += [1.0] * (2 * unknown)
    if not ps:
        return [1, 1]
    rejected = multipletests(ps, 0.05, method="holm")[0]
    better, worse = int(rejected[0::2].sum()), int(rejected[1::2].sum())
    return [1 + better, len(areas) + unknown - worse]


def simultaneous(kind, first, areas, unknown):
    """By scipy's studentised range."""
    total = len(areas) + unknown
    if total < 2:
        return [[1, 1]] * len(areas)
    sign = 1 if first == "highest" else -1
    c = stats.studentized_range.ppf(0.95, total, np.inf) / math.sqrt(2)
    theta = np.array([scale(kind, x, n) for x, n in areas])
    variance = np.array([1 / (4 * n) for _, n in areas])
    t = sign * (theta[None, :] - theta[:, None]) / np.sqrt(variance[None, :] + variance[:, None])
    return [[1 + int((row > c).sum()), total - int((row < -c).sum())] for row in t]


def ranks(first, areas):
    values = [Fraction(x, n) for x, n in areas]
    better = (lambda a, b: a > b) if first == "highest" else (lambda a, b: a < b)
    return [1 + sum(better(other, own) for other in values) for own in values]


def eligible(kind, a, areas, threshold):
    least = max(5, 2 * threshold)
    return [(x, n) for x, n in areas if n * a >= least and (kind == "rate" or n * (1 - a) >= least)]


def dispersion(kind, a, areas, threshold):
    chosen = np.array(eligible(kind, a, areas, threshold), dtype=float)
    v = a * (1 - a) if kind == "share" else a
    if len(chosen) < 20 or v <= 0:
        return None
    x, n = chosen.T
    z = (x - n * a) / np.sqrt(n * v)
    z = np.clip(z, np.quantile(z, 0.1), np.quantile(z, 0.9))
    q, count, w = float((z**2).sum()), len(chosen), n / v
    tau2 = 0.0 if q <= count - 1 else (q - (count - 1)) / (w.sum() - (w**2).sum() / w.sum())
    return [count, q / count, q, float(stats.chi2.ppf(0.95, count)), float(tau2)]


def prior(kind, a, areas, threshold):
    chosen = np.array(eligible(kind, a, areas, threshold), dtype=float)
    v = a * (1 - a) if kind == "share" else a
    if len(chosen) < 20 or v <= 0:
        return None
    x, n = chosen.T
    mean, s2 = n.mean(), float((n * (x / n - a) ** 2).sum() / n.sum())
    between = (s2 - v / mean) / (1 - 1 / mean) if kind == "share" else s2 - v / mean
    if kind == "share" and between >= v:
        return None
    if between <= 0:
        return "none"
    return [math.sqrt(between), v / between - 1 if kind == "share" else v / between]


def posterior(kind, a, size, x, n):
    value, weight = (size * a + x) / (size + n), n / (n + size)
    if kind == "share":
        shapes = (size * a + x, size * (1 - a) + n - x)
        bounds = stats.beta.ppf([0.025, 0.975], *shapes)
    else:
        bounds = stats.gamma.ppf([0.025, 0.975], size * a + x) / (size + n)
    return [value, weight, *map(float, bounds)]


def sets():
    cases = []
    for nth in range(240):
        kind = ["share", "rate"][nth % 2]
        count = int(rng.integers(2, 12)) if nth % 3 else int(rng.integers(20, 40))
        count = {0: 1, 120: 342}.get(nth, count)
        a = [0.02, 0.148, 0.45, 0.8][nth // 2 % 4] if kind == "share" else [0.0045, 0.03, 0.2][nth // 2 % 3]
        if nth == 17:
            a = 0.0
        between = [0.0, 0.0, 0.1, 0.3][nth // 4 % 4] * a
        areas = []
        for _ in range(count):
            n = whole(30, 400) if nth % 7 == 0 else whole(200, 60_000)
            rate = float(np.clip(rng.normal(a, between), 0, 1)) if a else 0.01
            x = int(rng.binomial(n, rate)) if kind == "share" else int(rng.poisson(n * rate))
            areas.append([min(x, n), n])
        if nth % 5 == 0 and count > 3:
            x, n = areas[0]
            areas[1], areas[2] = [x, n], [2 * x, 2 * n]
        if nth % 11 == 0 and count > 5:
            areas[3], areas[4] = [0, areas[3][1]], [areas[4][1], areas[4][1]]
        withheld = int(rng.choice([0, 0, 3, 40]))
        first = ["lowest", "highest"][nth // 2 % 2]
        threshold = [10, 10, 5, 0][nth % 4]
        placed = [area for area in areas if is_placed(kind, *area)]
        unknown = withheld + len(areas) - len(placed)
        own = min(1, len(placed) - 1)
        ps = [p_value(kind, x, n, a) for x, n in areas]
        padded = ps + [1.0] * withheld
        holds, adjusted = multipletests(padded, 0.05, method="fdr_bh")[:2]
        found = prior(kind, a, areas, threshold)
        values = None
        if isinstance(found, list):
            values = [posterior(kind, a, found[1], *area) for area in areas[:3]]
        cases.append(dict(
            kind=kind, first=first, a=a, threshold=threshold, withheld=withheld, areas=areas,
            ranks=ranks(first, placed),
            marginal=marginal(kind, first, placed, unknown, own) if placed else None,
            simultaneous=simultaneous(kind, first, placed, unknown) if placed else [],
            dispersion=dispersion(kind, a, areas, threshold), prior=found, values=values,
            p=[number(f"{p:.12g}") for p in ps],
            adjusted=[number(f"{p:.12g}") for p in adjusted[: len(ps)]],
            holds="".join("1" if hold else "0" for hold in holds[: len(ps)]),
        ))
    return cases


# Wider limits of shares; those of rates by the inverse of the exact ones.


def widened():
    cases = []
    for nth in range(240):
        a = float(rng.choice([0.0065, 0.02, 0.148, 0.5, 0.93]))
        n, tau2 = whole(10, 10**6), float(rng.choice([0, 1e-6, 1e-4, 0.002]))
        se = math.sqrt(a * (1 - a) / n + tau2)
        points = stats.norm.ppf([0.025, 0.975, 0.001, 0.999])
        cases.append(dict(a=a, n=n, tau2=tau2, limits=[float(np.clip(a + z * se, 0, 1)) for z in points]))
    return cases


# Areas that are alike.


def peers():
    cases = []
    for nth in range(200):
        count, width = int(rng.integers(3, 16)), int(rng.integers(1, 5))
        scales = [str(rng.choice(["none", "log", "log1p"])) for _ in range(width)]
        weights = [float(rng.choice([1, 1, 2, 0.5])) for _ in range(width)]
        rows = [[round(float(rng.lognormal(2, 0.7)), 2) for _ in range(width)] for _ in range(count)]
        for row in rows:
            if rng.random() < 0.15:
                row[int(rng.integers(width))] = None
        if nth % 10 == 0:
            rows = [[5.0, *row[1:]] for row in rows]
        if nth % 10 == 1:
            rows[2] = list(rows[1])
        if nth % 10 == 2:
            rows[0] = [0.0] * width
        codes = [f"GM{int(code):04}" for code in rng.permutation(count)]
        limit = 20 if nth % 2 else 4
        transform = {"none": lambda v: v, "log": lambda v: math.log(v) if v > 0 else None, "log1p": math.log1p}
        t = [[None if v is None else transform[s](v) for v, s in zip(row, scales)] for row in rows]
        kept, dropped = [], []
        for c in range(width):
            known = [row[c] for row in t if row[c] is not None]
            spread = np.std(known, ddof=1) if len(set(known)) > 1 else 0.0
            (kept.append((c, spread)) if t[0][c] is not None and spread > 0 else dropped.append(c))
        found, without = [], 0
        for k in range(1, count) if kept else ():
            if any(t[k][c] is None for c, _ in kept):
                without += 1
                continue
            d = {c: (t[k][c] - t[0][c]) / spread for c, spread in kept}
            square = sum(weights[c] * d[c] ** 2 for c in d) / sum(weights[c] for c in d)
            alike = [c for c in sorted(d, key=lambda c: (abs(d[c]), c)) if abs(d[c]) < 0.5][:3]
            other = [[c, bool(d[c] > 0)] for c in sorted(d, key=lambda c: (-abs(d[c]), c)) if abs(d[c]) >= 0.5][:2]
            found.append((math.floor(square * 1e9 + 0.5), codes[k], [k, float(f"{math.sqrt(square):.12g}"), alike, other]))
        found.sort(key=lambda item: item[:2])
        cases.append(dict(scales=scales, weights=weights, codes=codes, rows=rows, limit=limit, dropped=dropped,
                          without=without, peers=[item[2] for item in found[:limit]]))
    return cases


# Chance replayed, by scipy's quantiles at the same fractions.

MASK = 2**64 - 1


def fnv1a(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 & MASK
    return value


def fractions(seed):
    state = seed
    for _ in range(20):
        state = state + 0x9E3779B97F4A7C15 & MASK
        z = state
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
        yield ((z ^ z >> 31) >> 11) * 2.0**-53


def replays():
    cases = []
    for nth in range(220):
        kind = ["share", "rate"][nth % 2]
        n = whole(30, 10**6)
        x = int(rng.integers(8, max(9, n))) if nth % 3 else whole(8, 2000) % n
        names = [f"proef-{nth % 13}", f"GM{nth:04}", str(rng.choice(["2015", "2010-2015", "2022-07"]))]
        seed = fnv1a("|".join(["toeval1", *names]))
        draws = None
        if x >= 10 and (kind == "rate" or n - x >= 10):
            law = stats.binom(n, x / n) if kind == "share" else stats.poisson(x)
            draws = [int(law.ppf(u)) for u in fractions(seed)]
        cases.append(dict(kind=kind, names=names, seed=str(seed), x=x, n=n, draws=draws))
    return cases


for job in (tails, p_values, gaps, quantiles, ranges, sets, widened, peers, replays):
    write(job.__name__, job())
