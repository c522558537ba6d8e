#!/usr/bin/env python3
"""Figures of the bundled network by an implementation of its own, in Python and PyTorch.

Run it from the repository's root, after the weights or the sample have changed:

  python3 src/test/python/textures_golden.py [--weights FILE] [--out FILE]

It needs numpy, torch and PIL, computes in 64 bits and shares no code with the plugin.
"""
import argparse
import hashlib
import json
import struct

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

SAMPLE = 'sample-images/scene-rgb.png'
WEIGHTS = 'src/main/resources/io/github/inceptionlens/weights/textures.safetensors'
GOLDEN = 'src/test/resources/io/github/inceptionlens/golden/textures-scene-rgb.json'
MODULES = '3a 3b 4a 4b 4c 4d 4e 5a 5b'.split()
POOL_AFTER = {'3b': 'maxpool4', '4e': 'maxpool10'}
MEAN = 117
CAM_LAYERS = ('mixed4d', 'mixed5b')
BLOCK = 16
PIXELS = 96
CHANGES = 4
CHANGE = 1e-4
STABLE = 3e-4


def read_weights(path):
    """{tensor name: 64-bit tensor} of a safetensors file with 16-bit floats."""
    data = open(path, 'rb').read()
    length, = struct.unpack('<Q', data[:8])
    header = json.loads(data[8:8 + length])
    header.pop('__metadata__', None)
    body = data[8 + length:]
    tensors = {}
    for name, entry in header.items():
        assert entry['dtype'] == 'F16', entry
        start, end = entry['data_offsets']
        values = np.frombuffer(body[start:end], '<f2').astype(np.float64)
        tensors[name] = torch.tensor(values.reshape(entry['shape']))
    return tensors, hashlib.sha256(data).hexdigest()


def same(x, kernel, stride, value=0.0):
    """The input with TensorFlow's SAME padding: the odd pixel lies behind."""
    pads = []
    for size in (x.shape[3], x.shape[2]):
        total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
        pads += [total // 2, total - total // 2]
    return F.pad(x, pads, value=value)


def pool(x, stride):
    return F.max_pool2d(same(x, 3, stride, -np.inf), 3, stride)


def norm(x, radius=5, bias=2.0, alpha=1e-4, beta=0.5):
    """TensorFlow's local response normalisation: alpha is not divided by the window."""
    squares = F.pad(x * x, (0, 0, 0, 0, radius, radius))
    total = sum(squares[:, i:i + x.shape[1]] for i in range(2 * radius + 1))
    return x / (bias + alpha * total) ** beta


class Network:
    def __init__(self, weights):
        self.weights = weights

    def conv(self, name, x, stride=1):
        w = self.weights[name + '_w']
        return F.relu(F.conv2d(same(x, w.shape[2], stride), w, self.weights[name + '_b'], stride))

    def module(self, name, x):
        return torch.cat([
            self.conv(name + '_1x1', x),
            self.conv(name + '_3x3', self.conv(name + '_3x3_bottleneck', x)),
            self.conv(name + '_5x5', self.conv(name + '_5x5_bottleneck', x)),
            self.conv(name + '_pool_reduce', pool(x, 1))], 1)

    def run(self, x):
        """The values of all layers by name, in order; the logits are the last."""
        taps = {}

        def tap(name, value):
            taps[name] = value
            return value

        x = tap('conv2d0', self.conv('conv2d0', x, 2))
        x = tap('maxpool0', pool(x, 2))
        x = tap('localresponsenorm0', norm(x))
        x = tap('conv2d1', self.conv('conv2d1', x))
        x = tap('conv2d2', self.conv('conv2d2', x))
        x = tap('localresponsenorm1', norm(x))
        x = tap('maxpool1', pool(x, 2))
        for name in MODULES:
            x = tap('mixed' + name, self.module('mixed' + name, x))
            if name in POOL_AFTER:
                x = tap(POOL_AFTER[name], pool(x, 2))
        x = x.mean((2, 3))
        taps['logits'] = F.linear(x, self.weights['softmax2_w'], self.weights['softmax2_b'])
        return taps


def rounded(values):
    return [float('%.7g' % v) for v in np.asarray(values).ravel()]


def layer_figures(value):
    maps = value[0].detach().numpy()
    means = maps.mean((1, 2))
    strongest = int(means.argmax())
    peak = np.unravel_index(maps[strongest].argmax(), maps.shape[1:])
    return {
        'shape': list(maps.shape),
        'sum': float(maps.sum()),
        'max': float(maps.max()),
        'channel_means': rounded(means),
        'strongest_channel': strongest,
        'its_peak_row_col': [int(i) for i in peak]}


def stable(value, others):
    """The value, or null where a slight change of the picture tips a rectifier or a pool."""
    near = np.abs(np.stack(others) - value).max(0) < STABLE * np.abs(value).max()
    return [v if ok else None for v, ok in zip(rounded(value), near.ravel())]


def block_means(g):
    c, h, w = g.shape
    return g.reshape(c, h // BLOCK, BLOCK, w // BLOCK, BLOCK).mean((2, 4))


def pixel_gradient(gradient, others):
    """Means over blocks and the values at some pixels, [channel, row, column]."""
    random = np.random.RandomState(1)
    places = [[int(random.randint(n)) for n in gradient.shape] for _ in range(PIXELS)]
    at = tuple(np.array(places).T)
    return {
        'block': BLOCK,
        'block_means': stable(block_means(gradient), [block_means(g) for g in others]),
        'largest_absolute': float(np.abs(gradient).max()),
        'places_channel_row_col': places,
        'values': stable(gradient[at], [g[at] for g in others])}


def slightly_other_gradients(network, rgb, target):
    generator = torch.Generator().manual_seed(1)
    gradients = []
    for _ in range(CHANGES):
        change = CHANGE * torch.randn(rgb.shape, generator=generator, dtype=torch.float64)
        x = (rgb - MEAN + change).requires_grad_(True)
        logit = network.run(x)['logits'][0, target]
        gradients.append(torch.autograd.grad(logit, x)[0][0].numpy())
    return gradients


def grad_cam(value, gradient):
    """Selvaraju et al. 2017: the rectified sum of maps, weighted by their mean gradients."""
    weights = gradient[0].mean((1, 2))
    cam = F.relu((weights[:, None, None] * value[0].detach()).sum(0))
    return {'shape': list(cam.shape), 'weights': rounded(weights), 'map': rounded(cam)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--weights', default=WEIGHTS)
    parser.add_argument('--sample', default=SAMPLE)
    parser.add_argument('--out', default=GOLDEN)
    arguments = parser.parse_args()
    weights, digest = read_weights(arguments.weights)
    rgb = np.asarray(Image.open(arguments.sample).convert('RGB'), dtype=np.float64)
    rgb = torch.tensor(rgb).permute(2, 0, 1)[None]
    x = (rgb - MEAN).requires_grad_(True)
    network = Network(weights)
    taps = network.run(x)
    logits = taps.pop('logits')
    target = int(logits.argmax())
    cams = [taps[name] for name in CAM_LAYERS]
    gradients = torch.autograd.grad(logits[0, target], [x] + cams)
    golden = {
        'weights_sha256': digest,
        'sample': arguments.sample,
        'layers': {name: layer_figures(value) for name, value in taps.items()},
        'logits': rounded(logits.detach()),
        'probabilities': rounded(logits.softmax(1).detach()),
        'target': target,
        'pixel_gradient': pixel_gradient(
            gradients[0][0].numpy(), slightly_other_gradients(network, rgb, target)),
        'grad_cam': {
            name: grad_cam(value, gradient)
            for name, value, gradient in zip(CAM_LAYERS, cams, gradients[1:])}}
    with open(arguments.out, 'w') as out:
        json.dump(golden, out, indent=1)
        out.write('\n')


if __name__ == '__main__':
    main()
