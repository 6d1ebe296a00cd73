"""What the guide looks like, on screens and on paper: tokens, style sheets, icons, pictures."""
