"""Nothing that was written is lost: unsaved words, crashes, one window for one person."""
