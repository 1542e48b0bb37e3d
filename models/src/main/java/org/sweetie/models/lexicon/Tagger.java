package org.sweetie.models.lexicon;

/** What is asked of a part-of-speech tagger and a lemmatiser. Tags are Universal Dependencies'. */
interface Tagger {
  /** The tag of one word in a sentence of words. */
  String tag(String[] sentence, int at);

  /** The base of a word read as a tag says; the word itself when it is its own. */
  String base(String word, String tag);
}
