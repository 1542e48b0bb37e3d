package org.sweetie.console.library;

/** A quote with the title of the item it stands in. */
record CitationView(String item, String title, int start, int end, String quote) {}
