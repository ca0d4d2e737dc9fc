"""Week 3, shallow networks: how each exercise is tried, and the mistakes it knows."""
