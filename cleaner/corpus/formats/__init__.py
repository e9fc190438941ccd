"""What a shard is made of: each module cuts one kind of shard into blocks of bytes, and cleans one block."""
