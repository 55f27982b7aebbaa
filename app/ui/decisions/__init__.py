"""评定: what is proposed, what the body decided, publication, notices, and closing a period."""
