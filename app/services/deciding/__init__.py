"""From proposed grades to a sealed period: decisions, publication, notices, objections, the seal (contract, section 4.1, 12)."""
