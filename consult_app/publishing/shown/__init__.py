"""What ``consult show --json`` says of a meeting (contract.md)."""
