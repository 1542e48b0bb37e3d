package org.sweetie.models.assist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.library.LibraryItem;
import org.sweetie.models.retrieve.Passage;
import org.sweetie.models.retrieve.Sentences;
import org.sweetie.models.tokens.Tokenizer;

/** Cuts items into sentences: OpenNLP for English, which it was trained on, rules for the rest. */
final class Splitter {
  private @Nullable Tokenizer english;

  List<Passage> sentences(LibraryItem item) {
    if (!item.language().startsWith("en")) {
      return Sentences.of(item.text());
    }
    return english().sentences(item.text()).stream()
        .map(sentence -> new Passage(sentence.start(), sentence.end()))
        .filter(passage -> !passage.of(item.text()).isBlank())
        .toList();
  }

  private synchronized Tokenizer english() {
    if (english == null) {
      english = Tokenizer.load();
    }
    return english;
  }
}
