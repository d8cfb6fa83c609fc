"""Writes trajectories.csv and rates.csv beside it: what updates and schedules do on a fixed objective.

F(a, b, c) = (a - 1)^2/2 + 2*(b + 1/2)^2 + (a*b - c)^2/2 + c^4/4 from (-1, 1.5, 2), in double precision.
Rows marked "torch" are made by PyTorch 1.13.0; rows marked "paper" are computed here, line by line from the
pseudo-code of the paper that the class cites, without a look at the Java code.
"""
import math, os
import numpy as np
import torch

START = [-1.0, 1.5, 2.0]
STEPS = 20


def grad(t):
    a, b, c = float(t[0]), float(t[1]), float(t[2])
    r = a * b - c
    return np.array([(a - 1) + r * b, 4 * (b + 0.5) + r * a, -r + c * c * c])


def value(t):
    a, b, c = float(t[0]), float(t[1]), float(t[2])
    return 0.5 * (a - 1) ** 2 + 2 * (b + 0.5) ** 2 + 0.5 * (a * b - c) ** 2 + 0.25 * c ** 4


def hessian_times(t, v):
    a, b, c = float(t[0]), float(t[1]), float(t[2])
    r = a * b - c
    H = np.array([[1 + b * b, r + a * b, -b], [r + a * b, 4 + a * a, -a], [-b, -a, 1 + 3 * c * c]])
    return H @ v


out = []


def keep(source, name, t, point):
    out.append((source, name, t) + tuple(repr(float(x)) for x in point))


def by_torch(name, make, closure=None):
    p = torch.nn.Parameter(torch.tensor(START, dtype=torch.float64))
    opt = make([p])
    for t in range(1, STEPS + 1):
        p.grad = torch.tensor(grad(p.detach().numpy()))
        opt.step()
        keep("torch", name, t, p.detach().numpy())


O = torch.optim
by_torch("sgd", lambda p: O.SGD(p, lr=0.02))
by_torch("momentum", lambda p: O.SGD(p, lr=0.02, momentum=0.9))
by_torch("nesterov", lambda p: O.SGD(p, lr=0.02, momentum=0.9, nesterov=True))
by_torch("coupledDecay", lambda p: O.SGD(p, lr=0.02, momentum=0.9, weight_decay=0.1))
by_torch("adagrad", lambda p: O.Adagrad(p, lr=0.1, initial_accumulator_value=0.5))
by_torch("rmsProp", lambda p: O.RMSprop(p, lr=0.02))
by_torch("centeredRmsProp", lambda p: O.RMSprop(p, lr=0.02, centered=True, eps=0.1))
by_torch("adadelta", lambda p: O.Adadelta(p, lr=1.0, rho=0.95, eps=1e-6))
by_torch("adam", lambda p: O.Adam(p, lr=0.1))
by_torch("adamCoupled", lambda p: O.Adam(p, lr=0.1, weight_decay=0.1))
by_torch("adamW", lambda p: O.AdamW(p, lr=0.1, weight_decay=0.1))
by_torch("amsGrad", lambda p: O.Adam(p, lr=0.1, amsgrad=True, betas=(0.9, 0.5)))
by_torch("adamax", lambda p: O.Adamax(p, lr=0.1))
by_torch("radam", lambda p: O.RAdam(p, lr=0.1))


def clipped(name, clip):
    p = torch.nn.Parameter(torch.tensor(START, dtype=torch.float64))
    opt = O.Adam([p], lr=0.1)
    for t in range(1, STEPS + 1):
        p.grad = torch.tensor(grad(p.detach().numpy()))
        clip(p)
        opt.step()
        keep("torch", name, t, p.detach().numpy())


clipped("clipValue", lambda p: torch.nn.utils.clip_grad_value_(p, 1.5))


def averaged(name, avg_fn, every):
    p = torch.nn.Parameter(torch.tensor(START, dtype=torch.float64))
    module = torch.nn.Module()
    module.p = p
    mean = O.swa_utils.AveragedModel(module, avg_fn=avg_fn)
    opt = O.SGD([p], lr=0.02)
    for t in range(1, STEPS + 1):
        p.grad = torch.tensor(grad(p.detach().numpy()))
        opt.step()
        if t % every == 0:
            mean.update_parameters(module)
        if t >= every:
            keep("torch", name, t, mean.module.p.detach().numpy())


averaged("averaged", None, 1)
averaged("swa", None, 4)


def by_paper(name, rule, steps=STEPS):
    """rule: a generator that is sent nothing and yields the points after steps 1, 2, ..."""
    points = rule(np.array(START))
    for t in range(1, steps + 1):
        keep("paper", name, t, next(points))


def dampened(x):
    v = np.zeros(3)
    while True:
        v = 0.8 * v + (1 - 0.3) * grad(x)
        x = x - 0.05 * v
        yield x


def clip_norm(x):  # Pascanu et al., Algorithm 1, then gradient descent
    while True:
        g = grad(x)
        n = math.sqrt(sum(g * g))
        if n > 2:
            g = g * (2 / n)
        x = x - 0.02 * g
        yield x


def lion(x):  # Chen et al., Algorithm 2
    m = np.zeros(3)
    while True:
        g = grad(x)
        c = 0.9 * m + 0.1 * g
        x = x - 0.05 * (np.sign(c) + 0.1 * x)
        m = 0.99 * m + 0.01 * g
        yield x


def nadam(x):  # Dozat, Algorithm 2 in the form of PyTorch, but that 1.13.0 has mu_t twice in the product that divides m
    m, v, product, t = np.zeros(3), np.zeros(3), 1.0, 0
    while True:
        t += 1
        g = grad(x)
        mu = 0.9 * (1 - 0.5 * 0.96 ** (0.004 * t))
        ahead = 0.9 * (1 - 0.5 * 0.96 ** (0.004 * (t + 1)))
        product *= mu
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        g_hat = g / (1 - product)
        m_hat = m / (1 - product * ahead)
        x = x - 0.1 * ((1 - mu) * g_hat + ahead * m_hat) / (np.sqrt(v / (1 - 0.999 ** t)) + 1e-8)
        yield x


def lamb(x):  # You et al., Algorithm 2, layers (a, b) and (c)
    m, v, t = np.zeros(3), np.zeros(3), 0
    while True:
        t += 1
        g = grad(x)
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        r = (m / (1 - 0.9 ** t)) / (np.sqrt(v / (1 - 0.999 ** t)) + 1e-6)
        u = r + 0.01 * x
        y = x.copy()
        for layer in (slice(0, 2), slice(2, 3)):
            y[layer] = x[layer] - 0.05 * np.linalg.norm(x[layer]) / np.linalg.norm(u[layer]) * u[layer]
        x = y
        yield x


def sophia(x):  # Liu et al., Algorithm 3 with Algorithm 1; the signs z are fixed
    m, h, t = np.zeros(3), np.zeros(3), 0
    while True:
        t += 1
        g = grad(x)
        m = 0.96 * m + 0.04 * g
        if t % 3 == 1:
            z = np.array([1.0, -1.0, -1.0])
            h = 0.99 * h + 0.01 * (z * hessian_times(x, z))
        x = x - 0.05 * 0.1 * x - 0.05 * np.clip(m / np.maximum(10 * h, 1e-12), -1, 1)
        yield x


def prodigy(x):  # Mishchenko, Defazio, Algorithm 4
    x0, d, r = x.copy(), 1e-2, 0.0
    s, m, v = np.zeros(3), np.zeros(3), np.zeros(3)
    b = math.sqrt(0.999)
    while True:
        g = grad(x)
        m = 0.9 * m + 0.1 * d * g
        v = 0.999 * v + 0.001 * d ** 2 * g ** 2
        r = b * r + (1 - b) * 1.0 * d ** 2 * np.dot(g, x0 - x)
        s = b * s + (1 - b) * 1.0 * d ** 2 * g
        x = x - 1.0 * d * m / (np.sqrt(v) + d * 1e-8)
        d = max(d, r / np.abs(s).sum())
        yield x


def schedule_free(x, answer):  # Defazio et al., equations (3) to (5), weights by squared rates
    z, y, total, t = x.copy(), x.copy(), 0.0, 0
    while True:
        rate = 0.05 * min(1.0, (t + 1) / 5)
        t += 1
        y = 0.1 * z + 0.9 * x
        z = z - rate * grad(y)
        total += rate ** 2
        c = rate ** 2 / total
        x = (1 - c) * x + c * z
        yield x if answer else 0.1 * z + 0.9 * x


def lookahead(x):  # Zhang et al., Algorithm 1: k = 5, a = 1/2, inner SGD; fast weights
    slow = x.copy()
    while True:
        fast = slow.copy()
        for i in range(5):
            fast = fast - 0.02 * grad(fast)
            yield fast
        slow = slow + 0.5 * (fast - slow)


def lookahead_slow(x):
    slow = x.copy()
    while True:
        fast = slow.copy()
        for i in range(5):
            fast = fast - 0.02 * grad(fast)
        slow = slow + 0.5 * (fast - slow)
        yield slow


def sam(x):  # Foret et al., Algorithm 1
    while True:
        g = grad(x)
        e = 0.05 * g / np.linalg.norm(g)
        x = x - 0.02 * grad(x + e)
        yield x


def polyak(x):  # Loizou et al., SPSmax with c = 1/2, F* = 0, longest 0.2
    while True:
        g = grad(x)
        x = x - min(0.2, value(x) / (0.5 * np.dot(g, g))) * g
        yield x


def polyak_level(x):  # Nedic, Bertsekas: dynamic rule, rho = 2, beta = 1/2
    best, level, delta = math.inf, None, 2.0
    while True:
        g, f = grad(x), value(x)
        if level is not None:
            delta = 2 * delta if f <= level else max(0.5 * delta, 2.0 * 0.01)
        best = min(best, f)
        level = best - delta
        x = x - min(0.3, (f - level) / np.dot(g, g)) * g
        yield x


def ema(x):
    points = []
    while True:
        x = x - 0.02 * grad(x)
        points.append(x)
        w = np.array([0.8 ** (len(points) - 1 - i) for i in range(len(points))])
        yield (w[:, None] * np.array(points)).sum(0) / w.sum()


by_paper("dampened", dampened)
by_paper("clipNorm", clip_norm)
by_paper("lion", lion)
by_paper("nadam", nadam)
by_paper("lamb", lamb)
by_paper("sophia", sophia)
by_paper("prodigy", prodigy)
by_paper("scheduleFree", lambda x: schedule_free(x, False))
by_paper("scheduleFreeAnswer", lambda x: schedule_free(x, True))
by_paper("lookahead", lookahead)
by_paper("lookaheadSlow", lookahead_slow, 4)
by_paper("sam", sam)
by_paper("polyakStep", polyak)
by_paper("polyakLevel", polyak_level)
by_paper("exponentialAverage", ema)

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "trajectories.csv"), "w") as f:
    f.write("source,update,step,a,b,c\n")
    for row in out:
        f.write(",".join(str(x) for x in row) + "\n")

rates = []


def rate_of(name, make, steps, metric=None):
    p = torch.nn.Parameter(torch.zeros(1, dtype=torch.float64))
    opt = O.SGD([p], lr=0.1)
    sched = make(opt)
    for t in range(steps):
        rates.append((name, t, repr(float(opt.param_groups[0]["lr"]))))
        opt.step()
        if metric is None:
            sched.step()
        else:
            sched.step(metric(t))


S = O.lr_scheduler
rate_of("step", lambda o: S.StepLR(o, 3, gamma=0.5), 20)
rate_of("exponential", lambda o: S.ExponentialLR(o, 0.8), 20)
rate_of("polynomial", lambda o: S.PolynomialLR(o, total_iters=10, power=2.0), 10)
rate_of("cosine", lambda o: S.CosineAnnealingLR(o, 12, eta_min=0.01), 13)
rate_of("cosineRestarts", lambda o: S.CosineAnnealingWarmRestarts(o, 4, T_mult=2, eta_min=0.01), 40)
rate_of("cosineRestartsOfOneLength", lambda o: S.CosineAnnealingWarmRestarts(o, 5, eta_min=0.01), 20)
rate_of("oneCycle", lambda o: S.OneCycleLR(o, 0.5, total_steps=21), 21)
rate_of("plateau", lambda o: S.ReduceLROnPlateau(o, factor=0.5, patience=2, threshold=0.01, cooldown=1, min_lr=0.01), 40,
        lambda t: max(1.0, 3 - 0.2 * t) + 0.001 * (t % 3))
with open(os.path.join(here, "rates.csv"), "w") as f:
    f.write("schedule,epoch,rate\n")
    for row in rates:
        f.write(",".join(str(x) for x in row) + "\n")
