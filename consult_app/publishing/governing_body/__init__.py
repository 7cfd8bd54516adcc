"""The paper that lays the outcome of the meeting before the Governing Body."""
