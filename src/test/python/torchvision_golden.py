#!/usr/bin/env python3
"""Figures of a GoogLeNet as torchvision builds it, by an implementation of its own in PyTorch.

Run it from the repository's root, after the formulas below have changed:

  python3 src/test/python/torchvision_golden.py

Weights and picture are formulas, which TorchvisionGoldenTest has, too; so nothing need be downloaded. It
needs numpy and torch, computes in 64 bits, applies the batch normalizations as such, prepares the picture
in torchvision's own three steps, and shares no code with the plugin.
"""
import json
import zlib

import numpy as np
import torch
import torch.nn.functional as F

GOLDEN = 'src/test/resources/io/github/inceptionlens/golden/torchvision.json'
WIDTH, HEIGHT = 131, 97
CLASS = 7
CLASSES = 10
MODULES = {
    '3a': (64, 96, 128, 16, 32, 32),
    '3b': (128, 128, 192, 32, 96, 64),
    '4a': (192, 96, 208, 16, 48, 64),
    '4b': (160, 112, 224, 24, 64, 64),
    '4c': (128, 128, 256, 24, 64, 64),
    '4d': (112, 144, 288, 32, 64, 64),
    '4e': (256, 160, 320, 32, 128, 128),
    '5a': (256, 160, 320, 32, 128, 128),
    '5b': (384, 192, 384, 48, 128, 128),
}
SHOWN = ('3b.branch3.1', '4c.branch3.0', '4c.branch3.1', '4c.branch4.1')


def noise(name, count):
    """Evenly spread over -0.5 to 0.5, from the name's checksum and the index, as 32-bit floats."""
    h = (np.arange(count, dtype=np.uint64) * 2654435761 + zlib.crc32(name.encode())) & 0xffffffff
    for _ in range(2):
        h = ((h ^ (h >> np.uint64(16))) * np.uint64(0x45d9f3b)) & np.uint64(0xffffffff)
    h ^= h >> np.uint64(16)
    return (h.astype(np.float64) / 2 ** 32 - 0.5).astype(np.float32).astype(np.float64)


def tensor(name, shape, scale, offset=0.0):
    values = noise(name, int(np.prod(shape))) * scale + offset
    return torch.tensor(values.astype(np.float32).astype(np.float64).reshape(shape))


def conv(name, x, out, kernel=1, stride=1):
    """A convolution without bias, batch normalization over all that training saw, a rectifier."""
    inputs = x.shape[1] * kernel * kernel
    w = tensor(name + '.conv.weight', (out, x.shape[1], kernel, kernel), (24 / inputs) ** 0.5)
    x = F.conv2d(x, w, stride=stride, padding=kernel // 2)
    x = F.batch_norm(
        x,
        tensor(name + '.bn.running_mean', (out,), 0.2),
        tensor(name + '.bn.running_var', (out,), 1.0, 1.0),
        tensor(name + '.bn.weight', (out,), 1.0, 1.0),
        tensor(name + '.bn.bias', (out,), 0.4),
        training=False,
        eps=0.001)
    return F.relu(x)


def pool(x, kernel):
    return F.max_pool2d(x, kernel, 2, ceil_mode=True)


def module(name, x, taps):
    n1, r3, n3, r5, n5, p = MODULES[name]
    prefix = 'inception%s.' % name
    branches = {
        'branch1': conv(prefix + 'branch1', x, n1),
        'branch2.0': conv(prefix + 'branch2.0', x, r3),
        'branch3.0': conv(prefix + 'branch3.0', x, r5),
        'branch4.1': conv(prefix + 'branch4.1', F.max_pool2d(x, 3, 1, 1, ceil_mode=True), p),
    }
    branches['branch2.1'] = conv(prefix + 'branch2.1', branches['branch2.0'], n3, 3)
    branches['branch3.1'] = conv(prefix + 'branch3.1', branches['branch3.0'], n5, 3)
    for branch, value in branches.items():
        if name + '.' + branch in SHOWN:
            taps[prefix + branch] = value
    names = ('branch1', 'branch2.1', 'branch3.1', 'branch4.1')
    taps['inception' + name] = torch.cat([branches[b] for b in names], 1)
    return taps['inception' + name]


def forward(rgb, taps):
    """From a picture with values 0 to 255 to logits."""
    mean = torch.tensor([0.485, 0.456, 0.406], dtype=torch.float64).view(1, 3, 1, 1)
    std = torch.tensor([0.229, 0.224, 0.225], dtype=torch.float64).view(1, 3, 1, 1)
    x = (rgb / 255 - mean) / std
    x = x * (std / 0.5) + (mean - 0.5) / 0.5
    x = taps['conv1'] = conv('conv1', x, 64, 7, 2)
    x = taps['conv2'] = conv('conv2', pool(x, 3), 64)
    x = taps['conv3'] = conv('conv3', x, 192, 3)
    x = pool(x, 3)
    for name in MODULES:
        x = module(name, x, taps)
        if name == '3b':
            x = pool(x, 3)
        if name == '4e':
            x = pool(x, 2)
    weight = tensor('fc.weight', (CLASSES, 1024), 0.1)
    return F.linear(x.mean((2, 3)), weight, tensor('fc.bias', (CLASSES,), 1.0))[0]


def picture():
    c, y, x = np.meshgrid(np.arange(3), np.arange(HEIGHT), np.arange(WIDTH), indexing='ij')
    return (7 * x + 13 * y + 29 * c + x * y * (c + 1)) % 256


def main():
    rgb = torch.tensor(picture().astype(np.float64))[None].requires_grad_(True)
    taps = {}
    logits = forward(rgb, taps)
    logits[CLASS].backward()
    gradient = rgb.grad[0]
    places = [(c, y, x) for c in range(3) for y in (0, 40, HEIGHT - 1) for x in (0, 65, WIDTH - 1)]
    golden = {
        'made_by': 'src/test/python/torchvision_golden.py',
        'layers': {
            name: {
                'shape': list(value.shape[1:]),
                'channel_means': [float(v) for v in value[0].mean((1, 2))][:12],
                'mean': float(value.mean()),
                'max': float(value.max()),
            }
            for name, value in taps.items()
        },
        'logits': [float(v) for v in logits],
        'class': CLASS,
        'gradient': {
            'mean_magnitude': [float(v) for v in gradient.abs().mean((1, 2))],
            'places': [list(p) for p in places],
            'values': [float(gradient[p]) for p in places],
        },
    }
    with open(GOLDEN, 'w') as out:
        json.dump(golden, out, indent=1)
        out.write('\n')


if __name__ == '__main__':
    main()
