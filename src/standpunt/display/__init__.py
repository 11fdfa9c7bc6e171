"""What the one page and the screens have in common: texts cut where marks begin and end, dates and terms in words,
places on an axis of time, initials and colours, and how templates are read."""
