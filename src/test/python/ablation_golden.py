#!/usr/bin/env python3
"""Writes ablation-cat-224.json: logits of BVLC GoogLeNet on a picture after edits, computed by PyTorch alone.

  ablation_golden.py FOLDER_OF_TORCH_REFERENCE IMAGE > ablation-cat-224.json

The folder is the one that holds torch_reference.py, which reads the weights and the picture.
"""
import json
import sys

sys.path.insert(0, sys.argv[1])
import torch
import torch.nn.functional as F
from torch_reference import MODULES, InceptionV1, load, read


class Edited(InceptionV1):
    """Calls edit(name, value) on every branch and module, whose result its readers get."""

    def __init__(self, params, edit):
        super().__init__(params)
        self.edit = edit

    def conv(self, name, x, stride=1, pad=0):
        return self.edit(name, super().conv(name, x, stride, pad))

    def forward(self, x):
        pool = lambda x: F.max_pool2d(x, 3, 2, ceil_mode=True)
        norm = lambda x: F.local_response_norm(x, 5, 1e-4, 0.75, 1.0)
        x = self.conv('conv1/7x7_s2', x, 2, 3)
        x = self.conv('conv2/3x3_reduce', norm(pool(x)))
        x = pool(norm(self.conv('conv2/3x3', x, 1, 1)))
        for m in MODULES:
            n = 'inception_%s/' % m
            x = torch.cat([
                self.conv(n + '1x1', x),
                self.conv(n + '3x3', self.conv(n + '3x3_reduce', x), 1, 1),
                self.conv(n + '5x5', self.conv(n + '5x5_reduce', x), 1, 2),
                self.conv(n + 'pool_proj', F.max_pool2d(x, 3, 1, 1))], 1)
            x = self.edit(n + 'output', x)
            if m in ('3b', '4e'): x = pool(x)
        w, b = self.params['loss3/classifier']
        return F.linear(x.mean((2, 3)), w.reshape(1000, 1024), b)


def on(layer, channels, change):
    def edit(name, x):
        if name == layer:
            x = x.clone()
            x[:, channels] = change(x[:, channels])
        return x
    return edit


def part(x):
    """Zero in the upper left quarter of the positions."""
    x = x.clone()
    x[:, :, :x.shape[2] // 2, :x.shape[3] // 2] = 0
    return x


def weights(params):
    """Without the negative weights of mixed4c_3x3:7."""
    changed = dict(params)
    w, b = params['inception_4c/3x3']
    w = w.clone()
    w[7] = w[7].clamp(min=0)
    changed['inception_4c/3x3'] = w, b
    return changed


params = load()
same = lambda name, x: x
mean = lambda x: x.mean((2, 3), keepdim=True).expand_as(x)
cases = {
    'nothing': (params, same),
    'ablate mixed4c:447': (params, on('inception_4c/output', [447], torch.zeros_like)),
    'ablate mixed4c:0-255': (params, on('inception_4c/output', list(range(256)), torch.zeros_like)),
    'ablate all but mixed4c:447': (params, on('inception_4c/output', [i for i in range(512) if i != 447], torch.zeros_like)),
    'average mixed4c:300-340': (params, on('inception_4c/output', list(range(300, 341)), mean)),
    'clamp mixed4c:447 to 50.0': (params, on('inception_4c/output', [447], lambda x: torch.full_like(x, 50))),
    'scale mixed4c_5x5:0-40 by 2.5': (params, on('inception_4c/5x5', list(range(41)), lambda x: 2.5 * x)),
    'ablate mixed4c:0-255 at the upper left quarter': (params, on('inception_4c/output', list(range(256)), part)),
    'negative weights mixed4b -> mixed4c_3x3:7 = 0.0': (weights(params), same),
}
with torch.no_grad():
    picture = read(sys.argv[2])
    print(json.dumps({case: [round(float(v), 5) for v in Edited(*how).forward(picture)[0]] for case, how in cases.items()}))
