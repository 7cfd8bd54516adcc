"""The record: rows on disk, their hash chain, snapshots, backups. Knows bytes, not meetings."""
