"""How a phrase sounds in a language: its spans, figures and dates, numbers to call, addresses of pages."""
