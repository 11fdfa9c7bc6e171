"""Speed and scale, as ratios in one run: `python -m benchmarks.build`."""
