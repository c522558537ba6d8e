#!/usr/bin/env python3
"""LRP of a logit of BVLC GoogLeNet in double precision, for LrpGoldenTest.

  PYTHONPATH=../shared/tools python3 src/test/python/lrp_golden.py > \
      src/test/resources/io/github/inceptionlens/golden/lrp-cat-224.json

Needs Debian's python3-torch. Rules: 0 for the classifier, the mean and mixed5, gamma 0.25 for the
other convolutions, z^B for the one that reads the pixels; each divisor is moved away from zero by
a millionth of the divisors' standard deviation. Also says, on stderr, how far single precision is
from it, and where.
"""
import json
import os
import sys

import numpy as np
import torch
import torch.nn.functional as F
import torch_reference as reference

GAMMA, GUARD, SIDE = 0.25, 1e-6, 8
MEAN = [104.0, 117.0, 123.0]


def guarded(z):
    step = GUARD * z.std(unbiased=False)
    return z + torch.where(z >= 0, step, -step)


class Pass(torch.autograd.Function):
    """Computes y of x and hands relevance on as it is."""

    @staticmethod
    def forward(context, x, y):
        return y

    @staticmethod
    def backward(context, relevance):
        return relevance, None


class Share(torch.autograd.Function):
    """Computes a layer, and shares relevance by a rule's version of it."""

    @staticmethod
    def forward(context, x, layer, rule):
        context.save_for_backward(x)
        context.rule = rule
        return layer(x)

    @staticmethod
    def backward(context, relevance):
        x, = context.saved_tensors
        with torch.enable_grad():
            leaf = x.detach().requires_grad_(True)
            z = context.rule(leaf)
            slope, = torch.autograd.grad((z * (relevance / guarded(z)).detach()).sum(), leaf)
        return slope * x, None, None


class SharePixels(torch.autograd.Function):
    """The convolution of the pixels with the z^B rule."""

    @staticmethod
    def forward(context, x, weight, bias):
        context.save_for_backward(x, weight)
        return F.conv2d(x, weight, bias, stride=2, padding=3)

    @staticmethod
    def backward(context, relevance):
        x, weight = context.saved_tensors
        mean = torch.tensor(MEAN, dtype=x.dtype).view(1, 3, 1, 1)
        conv = lambda v, w: F.conv2d(v, w, stride=2, padding=3)
        with torch.enable_grad():
            leaves = [
                v.detach().clone().requires_grad_(True)
                for v in (x, 0 * x - mean, 0 * x + 255 - mean)]
            pixels, low, high = leaves
            z = conv(pixels, weight) - conv(low, weight.clamp(min=0)) - conv(high, weight.clamp(max=0))
            slopes = torch.autograd.grad((z * (relevance / guarded(z)).detach()).sum(), leaves)
        return sum(slope * leaf.detach() for slope, leaf in zip(slopes, leaves)), None, None


class Lrp:
    def __init__(self, parameters, dtype):
        self.parameters = {k: (w.to(dtype), b.to(dtype)) for k, (w, b) in parameters.items()}
        self.dtype = dtype

    def conv(self, name, x, pad=0):
        w, b = self.parameters[name]
        gamma = 0 if name.startswith('inception_5') else GAMMA
        favored, bias = w + gamma * w.clamp(min=0), b + gamma * b.clamp(min=0)
        y = Share.apply(
            x,
            lambda v: F.conv2d(v, w, b, padding=pad),
            lambda v: F.conv2d(v, favored, bias, padding=pad))
        return Pass.apply(y, F.relu(y))

    def relevance(self, picture, target):
        pool = lambda x: F.max_pool2d(x, 3, 2, ceil_mode=True)
        norm = lambda x: Pass.apply(x, F.local_response_norm(x, 5, 1e-4, 0.75, 1.0))
        x = picture.to(self.dtype).clone().requires_grad_(True)
        y = SharePixels.apply(x, *self.parameters['conv1/7x7_s2'])
        y = self.conv('conv2/3x3_reduce', norm(pool(Pass.apply(y, F.relu(y)))))
        y = pool(norm(self.conv('conv2/3x3', y, 1)))
        for module in reference.MODULES:
            n = 'inception_%s/' % module
            y = torch.cat([
                self.conv(n + '1x1', y),
                self.conv(n + '3x3', self.conv(n + '3x3_reduce', y), 1),
                self.conv(n + '5x5', self.conv(n + '5x5_reduce', y), 2),
                self.conv(n + 'pool_proj', F.max_pool2d(y, 3, 1, 1))], 1)
            if module in ('3b', '4e'):
                y = pool(y)
        mean = lambda v: v.mean((2, 3))
        w, b = self.parameters['loss3/classifier']
        classify = lambda v: F.linear(v, w.reshape(1000, 1024), b)
        logits = Share.apply(Share.apply(y, mean, mean), classify, classify)
        logits[0, target].backward(logits[0, target].detach())
        return logits[0, target].item(), x.grad[0].double().numpy().sum(0)


def main():
    torch.set_num_threads(1)
    torch.backends.mkldnn.enabled = False
    parameters = reference.load()
    folder = os.path.dirname(os.path.abspath(reference.__file__))
    picture = reference.read(os.path.join(folder, '..', 'images', 'cat-224.png'))
    logit, exact = Lrp(parameters, torch.float64).relevance(picture, 285)
    _, single = Lrp(parameters, torch.float32).relevance(picture, 285)
    error = np.abs(exact - single) / np.abs(exact).max()
    rows, columns = np.where(error > 1e-5)
    print('single precision: largest error %.2g, above 1e-5 at %d pixels' % (error.max(), len(rows)),
          *(['in rows %d-%d, columns %d-%d' % (rows.min(), rows.max(), columns.min(), columns.max())]
            if len(rows) else []), file=sys.stderr)
    height, width = exact.shape
    sums = exact.reshape(height // SIDE, SIDE, width // SIDE, SIDE).sum((1, 3))
    json.dump({'about': __doc__.strip().split('\n')[0], 'logit': logit, 'side': SIDE,
               'sums': [float('%.9g' % v) for v in sums.ravel()]}, sys.stdout)


if __name__ == '__main__':
    main()
