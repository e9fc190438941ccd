"""Where shards are cleaned if not by the workers of this machine."""
