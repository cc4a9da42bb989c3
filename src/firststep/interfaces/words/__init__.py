"""What every door says in the same words."""
