package org.sweetie.models.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The language of one conversation, pooled over its messages so far: single chat lines are too
 * short to tell. For one thread at a time.
 */
public final class Pool {
  /** The tag of a conversation without words of a known language (ISO 639-2). */
  public static final String UNDETERMINED = "und";

  /** How many letters make a verdict that other readers of the same script are no longer asked. */
  private static final int SURE = 60;

  private static final int WINDOW = 400;

  /**
   * A verdict stands until half as many letters again have been seen, at most so many: to ask again
   * with every message would cost a third of embedding it, and change nothing once much was said.
   */
  private static final int STEP = 150;

  private final LanguageDetector detector;
  private final StringBuilder window = new StringBuilder();
  private final TreeMap<String, Integer> letters = new TreeMap<>();
  private String current = UNDETERMINED;
  private int sinceDetected;
  private int seen;

  Pool(LanguageDetector detector) {
    this.detector = detector;
  }

  /** Takes the next message in; the work it makes is bounded whatever its length. */
  public void add(String text) {
    String part = text.substring(0, Math.min(text.length(), WINDOW));
    int fresh = (int) part.codePoints().filter(Character::isLetter).count();
    if (fresh == 0) {
      return;
    }
    window.append(' ').append(part);
    window.delete(0, Math.max(0, window.length() - WINDOW));
    sinceDetected += fresh;
    if (seen < SURE || sinceDetected >= Math.min(seen / 2, STEP)) {
      current = detector.detect(window.toString());
      sinceDetected = 0;
    }
    seen += fresh;
    letters.merge(current, fresh, Integer::sum);
  }

  /** The language most of the conversation so far was written in, as ISO 639-1 or {@code und}. */
  public String language() {
    return letters.entrySet().stream()
        .filter(e -> !e.getKey().equals(UNDETERMINED))
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(UNDETERMINED);
  }

  /**
   * Who should read the message taken in last: the reader of its language, and while too little has
   * been said to be sure, every reader of the same script too. Rules are made of words, so a wrong
   * reader finds little, while a missing one finds nothing.
   */
  public Set<Reader> readers() {
    Optional<Reader> detected = Reader.ofTag(current);
    if (detected.isPresent() && seen >= SURE) {
      return withEnglish(detected.get());
    }
    Reader.Script script = script(window);
    Set<Reader> all = EnumSet.noneOf(Reader.class);
    Arrays.stream(Reader.values()).filter(r -> r.script().shares(script)).forEach(all::add);
    return all;
  }

  /** The readers of a conversation whose language was given. */
  public static Set<Reader> readersOf(String tag) {
    return withEnglish(Reader.ofTag(tag).orElse(Reader.ENGLISH));
  }

  /** English comes along everywhere: chats in every language borrow its words. */
  private static Set<Reader> withEnglish(Reader reader) {
    return EnumSet.copyOf(List.of(Reader.ENGLISH, reader));
  }

  private static Reader.Script script(CharSequence text) {
    List<Character.UnicodeScript> scripts = new ArrayList<>();
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> scripts.add(Character.UnicodeScript.of(c)));
    long cyrillic = scripts.stream().filter(s -> s == Character.UnicodeScript.CYRILLIC).count();
    if (cyrillic == 0) {
      return Reader.Script.LATIN;
    }
    return cyrillic == scripts.size() ? Reader.Script.CYRILLIC : Reader.Script.BOTH;
  }
}
