"""Many documents: shards are cut into blocks, workers clean the blocks, and each shard is written whole or not at all.

`runner.py` tells the story: inputs → blocks → window of workers → output, marker, tallies.
"""
