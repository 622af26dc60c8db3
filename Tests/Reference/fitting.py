#!/usr/bin/env python3
"""Reference values of fits: fitting.json.

    pip install -r requirements.txt
    python3 fitting.py

Nothing here is taken from the Swift sources. Survival data are fitted by lifelines (Weibull, log-normal,
Kaplan-Meier, late entry and intervals too) and SciPy (gamma); stock models by
scipy.optimize.least_squares on a stock computed in NumPy with inflow in the middle of the year; profile
intervals by fitting again at fixed values and scipy.optimize.brentq; robust fits whose scatter is not
known by statsmodels; posteriors by quadrature; chains by ArviZ.

Shock absorbers: kilometres to failure or to the end of the observation of 38 vehicles, O'Connor (1985),
Practical Reliability Engineering; in Meeker & Escobar (1998), Statistical Methods for Reliability Data,
table C.2, who find a Weibull shape of 3.16 and a scale of 27719 km.
"""

import json
import pathlib
import warnings

import arviz
import lifelines
import numpy as np
import statsmodels.api as sm
from scipy import integrate, optimize, stats

HERE = pathlib.Path(__file__).resolve().parent

FAILED = [6700, 9120, 12200, 13150, 14300, 17520, 20100, 20900, 22700, 26510, 27490]
WATCHED = [6950, 7820, 8790, 9660, 9820, 11310, 11690, 11850, 11880, 12140, 12870, 13330, 13470,
           14040, 17540, 17890, 18450, 18960, 18980, 19410, 20100, 20150, 20320, 23490, 27410,
           27890, 28100]


def survival_case(name, ages, left):
    ages, left = np.asarray(ages, float), np.asarray(left, bool)
    weibull = lifelines.WeibullFitter().fit(ages, left)
    normal = lifelines.LogNormalFitter().fit(ages, left)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        kaplan = lifelines.KaplanMeierFitter().fit(ages, left)
    # lifelines stops at about five digits: SciPy's distributions, a simplex search and much patience.
    def likelihood(first, second, log_density, log_survival):
        def loss(p):
            a, b = np.exp(p)
            return -(log_density(ages[left], a, b).sum() + log_survival(ages[~left], a, b).sum())
        best = optimize.minimize(loss, np.log([first, second]), method="Nelder-Mead",
                                 options=dict(xatol=1e-13, fatol=1e-15, maxiter=9000))
        return [float(v) for v in np.exp(best.x)] + [float(-best.fun)]

    start = stats.gamma.fit(
        stats.CensoredData(uncensored=ages[left], right=ages[~left]), floc=0)
    exact = dict(
        weibull=likelihood(weibull.rho_, weibull.lambda_,
                           lambda x, k, s: stats.weibull_min.logpdf(x, k, scale=s),
                           lambda x, k, s: stats.weibull_min.logsf(x, k, scale=s)),
        lognormal=likelihood(np.exp(normal.mu_), normal.sigma_,
                             lambda x, m, s: stats.lognorm.logpdf(x, s, scale=m),
                             lambda x, m, s: stats.lognorm.logsf(x, s, scale=m)),
        gamma=likelihood(start[0], start[2],
                         lambda x, k, s: stats.gamma.logpdf(x, k, scale=s),
                         lambda x, k, s: stats.gamma.logsf(x, k, scale=s)))
    times = [float(t) for t in kaplan.event_table.index[kaplan.event_table.observed > 0]]
    limits = kaplan.confidence_interval_survival_function_
    return dict(
        name=name, ages=ages.tolist(), left=left.tolist(),
        weibull=dict(shape=weibull.rho_, scale=weibull.lambda_,
                     shape_se=float(weibull.summary.loc["rho_", "se(coef)"]),
                     scale_se=float(weibull.summary.loc["lambda_", "se(coef)"]),
                     log_likelihood=weibull.log_likelihood_),
        lognormal=dict(median=float(np.exp(normal.mu_)), sigma=normal.sigma_,
                       log_median_se=float(normal.summary.loc["mu_", "se(coef)"]),
                       sigma_se=float(normal.summary.loc["sigma_", "se(coef)"]),
                       log_likelihood=normal.log_likelihood_),
        exact=exact,
        kaplanMeier=dict(
            age=times,
            survival=[float(kaplan.survival_function_at_times(t).iloc[0]) for t in times],
            low=[float(limits.loc[t].iloc[0]) for t in times],
            high=[float(limits.loc[t].iloc[1]) for t in times]))


def incomplete_case(rng):
    """Weibull lifetimes of units watched from a later age on, and of units looked at every five years."""
    ages = 18 * rng.weibull(2.6, 400)
    entered = rng.uniform(0, 15, 400) * (rng.uniform(size=400) < 0.7)
    kept = ages > entered
    ages, entered = ages[kept].round(2), entered[kept].round(2)
    end = entered + rng.uniform(3, 20, len(ages)).round(2)
    left = ages <= end
    seen = np.minimum(ages, end).round(2)
    weibull = lifelines.WeibullFitter().fit(seen, left, entry=entered)
    normal = lifelines.LogNormalFitter().fit(seen, left, entry=entered)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        kaplan = lifelines.KaplanMeierFitter().fit(seen, left, entry=entered)
    times = [float(t) for t in kaplan.event_table.index[kaplan.event_table.observed > 0]]
    limits = kaplan.confidence_interval_survival_function_
    late = dict(
        ages=seen.tolist(), left=left.tolist(), entered=entered.tolist(),
        weibull=[weibull.rho_, weibull.lambda_, float(weibull.summary.loc["rho_", "se(coef)"])],
        lognormal=[float(np.exp(normal.mu_)), normal.sigma_],
        kaplanMeier=dict(
            age=times,
            survival=[float(kaplan.survival_function_at_times(t).iloc[0]) for t in times],
            low=[float(limits.loc[t].iloc[0]) for t in times],
            high=[float(limits.loc[t].iloc[1]) for t in times]))
    ages = 18 * rng.weibull(2.6, 150)
    low = 5 * np.floor(ages / 5)
    high = np.where(low >= 25, np.inf, low + 5)
    found = lifelines.WeibullFitter().fit_interval_censoring(low, high)
    other = lifelines.LogNormalFitter().fit_interval_censoring(low, high)
    intervals = dict(
        ages=low.tolist(), left=np.isfinite(high).tolist(),
        leftBy=[float(v) if np.isfinite(v) else None for v in high],
        weibull=[found.rho_, found.lambda_, float(found.summary.loc["rho_", "se(coef)"])],
        lognormal=[float(np.exp(other.mu_)), other.sigma_])
    return dict(late=late, intervals=intervals)


YEARS = 30


def inflow():
    t = np.arange(YEARS)
    return 40 + 2.5 * t + 12 * np.sin(t / 3)


def stock(shape, scale, growth=0.0):
    entering = inflow() * np.exp(growth * np.arange(YEARS))
    share = stats.weibull_min.sf(np.arange(YEARS) + 0.5, shape, scale=scale)
    return np.array([entering[:t + 1] @ share[:t + 1][::-1] for t in range(YEARS)])


def stock_case(rng):
    seen = np.arange(4, YEARS)
    sd = 0.02 * stock(2.4, 11.0)[seen] + 3
    data = stock(2.4, 11.0)[seen] + sd * rng.standard_normal(len(seen))
    data[7] += 12 * sd[7]
    out = dict(inflow=inflow().tolist(), years=(2000 + seen).tolist(), value=data.tolist(),
               sd=sd.tolist(), fits={})
    for loss in ["linear", "huber", "cauchy"]:
        fit = optimize.least_squares(
            lambda p: (stock(*p)[seen] - data) / sd, [2.0, 15.0], loss=loss, xtol=1e-15, ftol=1e-15,
            gtol=1e-15, x_scale=[2, 10], jac="3-point")
        out["fits"][loss] = dict(shape=fit.x[0], scale=fit.x[1], cost=2 * fit.cost)
        if loss != "linear":
            continue
        # Wider differences than the search takes, for the covariance.
        jac = np.array([
            (stock(*(fit.x + h))[seen] - stock(*(fit.x - h))[seen]) / (2 * h.sum()) / sd
            for h in np.diag(1e-5 * fit.x)]).T
        cov = np.linalg.inv(jac.T @ jac)
        out["fits"][loss] |= dict(shape_se=cov[0, 0] ** .5, scale_se=cov[1, 1] ** .5,
                                  correlation=cov[0, 1] / (cov[0, 0] * cov[1, 1]) ** .5)

        def rise(scale):
            inner = optimize.minimize_scalar(
                lambda shape: (((stock(shape, scale)[seen] - data) / sd) ** 2).sum(),
                bounds=(0.5, 8), method="bounded", options=dict(xatol=1e-12))
            return inner.fun - 2 * fit.cost - stats.chi2.ppf(0.95, 1)
        out["profile"] = [optimize.brentq(rise, fit.x[1] - 5, fit.x[1], xtol=1e-11),
                          optimize.brentq(rise, fit.x[1], fit.x[1] + 5, xtol=1e-11)]
    # Without uncertainties: the scatter is estimated. Growth of the inflow and scale, shape known.
    fit = optimize.least_squares(
        lambda p: stock(2.4, p[0], p[1])[seen] - np.delete(data, []), [15.0, 0.0], xtol=1e-15,
        ftol=1e-15, gtol=1e-15, x_scale=[10, 0.01], jac="3-point")
    jac = np.array([
        (stock(2.4, *(fit.x + h))[seen] - stock(2.4, *(fit.x - h))[seen]) / (2 * h.sum())
        for h in np.diag([1e-4, 1e-6])]).T
    cov = np.linalg.inv(jac.T @ jac) * 2 * fit.cost / (len(seen) - 2)
    out["growth"] = dict(scale=fit.x[0], growth=fit.x[1], scale_se=cov[0, 0] ** .5,
                         growth_se=cov[1, 1] ** .5)
    return out


def unknown_scatter_case(out):
    """A factor on the inflow, on which the stock depends in proportion, and observations without
    uncertainties: robust, with a prior, and as a posterior."""
    seen = np.arange(4, YEARS)
    data = np.array(out["value"])
    x = stock(2.4, 11.0)[seen]
    # Residuals are measured by the size of the series; the same factor for all of them.
    unit = np.sqrt((data ** 2).mean())
    x, y, n = x / unit, data / unit, len(seen)
    case = dict(unit=unit)
    # statsmodels' Huber has its corner at t and the scale median(|r|)/0.6745 around zero.
    robust = sm.RLM(y, x[:, None], M=sm.robust.norms.HuberT(t=1.0)).fit(
        scale_est="mad", tol=1e-13, maxiter=2000)
    case["huber"] = dict(factor=float(robust.params[0]), scatter=float(robust.scale))
    mean, sd = 1.3, 0.05

    def known(s):
        weight, own = (x @ x) / s ** 2, 1 / sd ** 2
        factor = ((x @ y) / s ** 2 + mean * own) / (weight + own)
        return factor, weight / (weight + own)

    def gap(s):
        factor, fixed = known(s)
        return s ** 2 - ((y - factor * x) ** 2).sum() / (n - fixed)

    s = optimize.brentq(gap, 1e-3, 10, xtol=1e-14)
    case["prior"] = dict(mean=mean, sd=sd, factor=known(s)[0], scatter=s)
    best = (x @ y) / (x @ x)
    scale = np.sqrt(((y - best * x) ** 2).sum() / (n - 1) / (x @ x))
    own = stats.t(n - 1, best, scale)
    case["posterior"] = dict(mean=best, sd=float(own.std()), low=float(own.ppf(0.025)),
                             high=float(own.ppf(0.975)))
    return case


def posterior_case(out):
    """The scale of a lifetime with a log-normal prior and few, wide observations: far from normal."""
    seen = np.array([18, 22, 26])
    data = np.array(out["value"])[seen - 4]
    sd = 0.35 * data
    median, sigma = 16.0, 0.6

    def density(scale):
        z = (stock(2.4, scale)[seen] - data) / sd
        return np.exp(-(z @ z) / 2) * stats.lognorm.pdf(scale, sigma, scale=median)

    def moment(power, low=1.0, high=400.0):
        points = [8, 12, 16, 24, 40, 80]
        return integrate.quad(lambda v: v ** power * density(v), low, high, limit=400,
                              points=[p for p in points if low < p < high], epsabs=0)[0]

    total = moment(0)
    mean = moment(1) / total
    low, middle, high = [
        optimize.brentq(lambda v: moment(0, high=v) / total - p, 2, 300)
        for p in (0.025, 0.5, 0.975)]
    return dict(years=(2000 + seen).tolist(), value=data.tolist(), sd=sd.tolist(), median=median,
                sigma=sigma, mean=mean, deviation=(moment(2) / total - mean ** 2) ** .5, low=low,
                middle=middle, high=high)


def chain_case(rng):
    chains = np.zeros((4, 600))
    for c in range(4):
        x = rng.standard_normal()
        for i in range(600):
            x = 0.7 * x + rng.standard_normal()
            chains[c, i] = x + 0.1 * c
    chains = chains.round(6)
    data = arviz.convert_to_dataset(chains[None].transpose(1, 2, 0)[:, :, 0])
    name = list(data.data_vars)[0]
    return dict(
        chains=chains.tolist(), mean=float(chains.mean()), sd=float(chains.std(ddof=1)),
        rhat=float(arviz.rhat(data, method="rank")[name]),
        ess=float(arviz.ess(data, method="bulk")[name]),
        tail=float(arviz.ess(data, method="tail", prob=(0.05, 0.95))[name]),
        low=float(np.quantile(chains, 0.025)))


def main():
    rng = np.random.default_rng(1907)
    ages = 22 * rng.weibull(2.2, 120)
    seen = rng.uniform(5, 40, 120)
    cases = [
        survival_case("simulated", np.minimum(ages, seen).round(3), ages <= seen),
        survival_case("complete", np.exp(rng.normal(2.5, 0.5, 60)).round(3), np.ones(60, bool)),
        survival_case(
            "shock absorbers", np.array(FAILED + WATCHED) / 1000,
            [True] * len(FAILED) + [False] * len(WATCHED)),
    ]
    stock_document, chain_document = stock_case(rng), chain_case(rng)
    document = dict(
        survival=cases, stock=stock_document, chain=chain_document,
        incomplete=incomplete_case(np.random.default_rng(3)),
        unknownScatter=unknown_scatter_case(stock_document),
        posterior=posterior_case(stock_document),
        student=[dict(n=n, t=float(stats.t.isf(p / 2, n)), p=p)
                 for n, p in [(1, 0.05), (7, 0.05), (28, 0.01), (400, 0.05)]])

    def short(value):
        if isinstance(value, (float, np.floating)):
            return float(f"{value:.13g}")
        if isinstance(value, dict):
            return {k: short(v) for k, v in value.items()}
        if isinstance(value, (list, tuple)):
            return [short(v) for v in value]
        return value

    (HERE / "fitting.json").write_text(json.dumps(short(document), separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
